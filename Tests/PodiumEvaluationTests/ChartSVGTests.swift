import Foundation
import PodiumEvaluation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What an XML parser makes of a document.
final class SVGReading: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var texts: [String: [String]] = [:]
    private(set) var attributes: [[String: String]] = []
    private(set) var error: (any Error)?
    private var text = ""

    init(_ document: String) {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        if !parser.parse() { error = parser.parserError ?? CancellationError() }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        self.attributes.append(attributes)
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        texts[name, default: []].append(text)
        text = ""
    }
}

struct ChartSVGTests {
    @Test func `a scatter has a mark a title and an error bar for each conductor`() {
        let document = SVGReading(Chart.scatter.svg())
        #expect(document.error == nil)
        // Nine on the plot and nine in the legend.
        #expect(document.counts["path"] == 18)
        let titles = document.texts["title"] ?? []
        #expect(titles.count == 10 && titles.first == "Accuracy by cost")
        #expect(
            titles.contains(
                "oracle, oracle: cost an item ($) 0.0019, right answers (%) 88.3 "
                    + "(95 %: 85.8 to 90.8)"
            )
        )
        let texts = document.texts["text"] ?? []
        for series in Chart.scatter.series {
            #expect(texts.count { $0 == series.name } == 2, "\(series.name)")
        }
        #expect(texts.contains("0.001") && texts.contains("cost an item ($)"))
    }

    @Test func `curves are one polyline each on a ground of their own`() {
        let document = SVGReading(Chart.curves.svg(width: 600, height: 400))
        #expect(document.counts["polyline"] == 5)
        #expect(document.attributes[0]["viewBox"] == "0 0 600 400")
        #expect(document.attributes[0]["version"] == "1.1")
        #expect(document.attributes.contains { $0["width"] == "600" && $0["fill"] == "#ffffff" })
        let colours = document.attributes.compactMap { $0["points"] == nil ? nil : $0["stroke"] }
        #expect(Set(colours).count == 5)
    }

    @Test func `names are escaped and controls are left out`() {
        let name = "<b> & \"c\" 'd'\u{0}\u{1B}\u{FFFF}"
        let chart = Chart(
            title: name,
            x: Chart.Axis("x"),
            y: Chart.Axis("y"),
            series: [Chart.Series(name, points: [.init(1, 2, name: "]]>")])]
        )
        let document = SVGReading(chart.svg())
        #expect(document.error == nil)
        #expect(document.texts["title"]?.first == "<b> & \"c\" 'd'   ")
        #expect(document.texts["title"]?.last?.contains("]]>: x 1, y 2") == true)
    }

    @Test func `every place is inside of the picture`() {
        for chart in [Chart.scatter, .curves] {
            for (width, height) in [(240, 180), (720, 440), (1_600, 300)] {
                for place in SVGReading(chart.svg(width: width, height: height)).attributes {
                    for (key, limit) in [
                        ("x", width), ("x1", width), ("y2", height), ("y", height),
                    ] {
                        guard let text = place[key] else { continue }
                        #expect(Double(text).map { (0...Double(limit)).contains($0) } == true)
                    }
                }
            }
        }
    }
}
