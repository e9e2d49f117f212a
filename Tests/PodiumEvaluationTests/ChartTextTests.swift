import Testing

@testable import PodiumEvaluation

struct ChartTextTests {
    private static let small = Chart(
        title: "Three points",
        x: Chart.Axis("step"),
        y: Chart.Axis("reward"),
        series: [
            Chart.Series("plain", points: [.init(0, 1), .init(5, 3), .init(10, 2)]),
            Chart.Series(
                "fixed",
                style: .points,
                points: [
                    .init(
                        5,
                        1.2,
                        interval: ConfidenceInterval(lower: 1, upper: 1.5, level: 0.9),
                        name: "here"
                    )
                ]
            ),
        ]
    )

    @Test func `a small chart has axes marks lines an error bar and a legend`() {
        let expected = """
            reward ↑                          step →
            3┤                ⢀⠤⠒●⠒⠢⠤⣀⡀
             │             ⣀⠔⠊⠁       ⠈⠉⠒⠢⠤⢄⣀
             │         ⢀⡠⠔⠉                  ⠉⠑⠒⠤⢄⣀
            2┤      ⢀⡠⠒⠁                           ●
             │   ⣀⠤⠊⠁            ⡆
            1┤⡠⠔⠊                ■ here
             └┬──────────────────┬─────────────────┬
              0                  5                10
            ● plain  ■ fixed
            """
        #expect(Self.small.text(width: 40, height: 10).joined(separator: "\n") == expected)
    }

    @Test func `plain ASCII has the same shape`() {
        let expected = """
            reward ^                          step >
            3+                ..'o':...
             |             .:''       ''':...
             |         ..:'                  '''...
            2+      ..''                           o
             |   ..''            :
            1+.:'                x here
             ++------------------+-----------------+
              0                  5                10
            o plain  x fixed
            """
        let lines = Self.small.text(width: 40, height: 10, isASCII: true)
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `colour adds codes that end on each line and nothing else`() {
        let plain = Self.small.text(width: 60, height: 14)
        let coloured = Self.small.text(width: 60, height: 14, colour: true)
        #expect(coloured.joined().contains("\u{1B}[36m"))
        #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9]+m/, with: "") } == plain)
        for line in coloured {
            let codes = line.matches(of: /\u{1B}\[([0-9]+)m/).map(\.output.1)
            #expect(codes.isEmpty || codes.last == "39")
        }
    }

    @Test(arguments: [(40, 10), (80, 24), (120, 36)])
    func `all nine conductors and five curves are there at every size`(width: Int, height: Int) {
        for chart in [Chart.scatter, .curves] {
            let lines = chart.text(width: width, height: height)
            #expect(lines.count == height)
            #expect(lines.allSatisfy { $0.count <= width })
            let plot = lines.filter { $0.contains("│") || $0.contains("┤") }.joined()
            let legend = lines.suffix(4).joined(separator: "\n")
            for (series, mark) in zip(chart.series, "●■▲◆○□△◇★") {
                #expect(plot.contains(mark), "\(series.name)")
                #expect(legend.contains("\(mark) \(series.name)"))
            }
        }
    }

    @Test func `labels are whole or not there and never touch`() {
        for width in stride(from: 12, through: 130, by: 7) {
            let lines = Chart.scatter.text(width: width, height: 20)
            let marks = AxisScale(
                .logarithmic,
                [0.0004, 0.063],
                ticks: max(2, min(10, width / 10))
            )
            let known = Set(marks.ticks.map(\.label))
            let row = lines.firstIndex { $0.contains("└") }.map { lines[$0 + 1] } ?? ""
            #expect(row.split(separator: " ").allSatisfy { known.contains(String($0)) }, "\(row)")
            for line in lines where line.contains("│") || line.contains("┤") {
                for word in line.split(whereSeparator: { !$0.isASCII || !$0.isLetter }) {
                    let isWhole = Chart.scatter.series.contains {
                        $0.name.split(separator: " ").contains(word)
                    }
                    #expect(isWhole, "\(line)")
                }
            }
        }
    }

    @Test func `a legend without room says how many names are left out`() {
        let lines = Chart.scatter.text(width: 30, height: 9)
        #expect(lines.last?.contains(/\+[1-9] more/) == true)
    }

    @Test func `no points or one or none that can be drawn is no trap`() {
        func chart(_ points: [Chart.Point], _ style: Chart.Series.Style) -> Chart {
            Chart(
                x: Chart.Axis("cost", scale: .logarithmic),
                y: Chart.Axis("share"),
                series: [Chart.Series("a", style: style, points: points)]
            )
        }
        for style in [Chart.Series.Style.lines, .points] {
            for points in [
                [], [.init(.nan, 1)], [.init(1, .infinity)], [.init(0, 1), .init(-1, 2)],
            ] as [[Chart.Point]] {
                #expect(
                    chart(points, style).text(width: 30, height: 8).joined().contains("no data")
                )
            }
            let one = chart([.init(0, 3), .init(1, 5), .init(.nan, 9)], style)
            #expect(one.text(width: 30, height: 8).dropLast().joined().contains("●"))
        }
        #expect(Chart(x: .init(""), y: .init(""), series: []).text(width: 30, height: 8).count == 8)
    }

    @Test func `nothing is too small too large or too strange to draw`() {
        var generator = SplitMix64(seed: 3)
        let odd: [Double] = [
            .nan, .infinity, -.infinity, 0, -0.0, 1e308, -1e308, 9e299, -9e299, 1, 1 + .ulpOfOne,
            .leastNonzeroMagnitude, -.leastNormalMagnitude, 1e-299, 3, -7, 0.25,
        ]
        let names = [
            "", "é 👩‍👩‍👧", "two\nlines\u{1B}[2J", "</svg>&\"'",
            "long " + String(repeating: "x", count: 90),
        ]
        func value() -> Double { odd.randomElement(using: &generator) ?? 0 }
        func name() -> String { names.randomElement(using: &generator) ?? "" }
        for _ in 0..<600 {
            let chart = Chart(
                title: name(),
                x: Chart.Axis(
                    name(),
                    unit: name(),
                    scale: Bool.random(using: &generator) ? .linear : .logarithmic
                ),
                y: Chart.Axis(name(), scale: generator.coin(0.8) ? .linear : .logarithmic),
                series: (0..<Int.random(in: 0..<14, using: &generator)).map { _ in
                    Chart.Series(
                        name(),
                        style: Bool.random(using: &generator) ? .lines : .points,
                        points: (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
                            let bar = ConfidenceInterval(
                                lower: value(),
                                upper: value(),
                                level: value()
                            )
                            return Chart.Point(
                                value(),
                                value(),
                                interval: generator.coin(0.3) ? bar : nil,
                                name: name()
                            )
                        }
                    )
                }
            )
            let width = Int.random(in: -1..<70, using: &generator)
            let height = Int.random(in: -1..<30, using: &generator)
            let lines = chart.text(width: width, height: height)
            #expect(lines.count <= max(0, height))
            #expect(lines.allSatisfy { $0.count <= max(0, width) })
            #expect(!lines.joined().unicodeScalars.contains { $0.value < 32 })
            #expect(SVGReading(chart.svg(width: width * 20, height: height * 20)).error == nil)
        }
        #expect(Chart.scatter.text(width: .max, height: .max).count == 1_000)
    }

    @Test func `a sparkline shows the course and leaves gaps`() {
        #expect(Chart.sparkline([0, 1, 2, 3, 4, 5, 6, 7], width: 20) == "▁▂▃▄▅▆▇█")
        #expect(Chart.sparkline([0, 1, 2, 3, 4, 5, 6, 7], width: 4) == "▁▃▆█")
        #expect(Chart.sparkline([0, .nan, 2, .infinity, 4], width: 5) == "▁ ▅ █")
        #expect(Chart.sparkline([5, 5, 5], width: 9) == "▄▄▄")
        #expect(Chart.sparkline([0, 9], width: 9, isASCII: true) == "_#")
        #expect(Chart.sparkline([], width: 9) == "" && Chart.sparkline([1], width: -1) == "")
        #expect(Chart.sparkline([.nan, .nan], width: 2) == "  ")
        #expect(Chart.sparkline([1e308, -1e308, 1], width: 3).count == 3)
        #expect(Chart.sparkline((0..<1_003).map(Double.init), width: 60).count == 60)
    }
}
