import CellUI
import Testing

@testable import CursesTerminal

/// Mouse reports of terminals that do not know SGR coordinates.
struct MouseReportTests {
    private func decode(_ bytes: [UInt8]) -> [InputEvent] {
        var decoder = InputDecoder()
        return decoder.feed(bytes) + decoder.flush()
    }

    @Test(
        arguments: [
            ([32, 33, 33], MouseEvent(.press(.left), at: .zero)),
            ([32, 113, 42], MouseEvent(.press(.left), at: Point(x: 80, y: 9))),
            ([34, 33, 34], MouseEvent(.press(.right), at: Point(x: 0, y: 1))),
            ([35, 33, 34], MouseEvent(.release(.left), at: Point(x: 0, y: 1))),
            ([64, 33, 34], MouseEvent(.drag(.left), at: Point(x: 0, y: 1))),
            ([97, 33, 34], MouseEvent(.scrollDown, at: Point(x: 0, y: 1))),
            ([48, 33, 34], MouseEvent(.press(.left), at: Point(x: 0, y: 1), modifiers: .ctrl)),
            ([32, 255, 127], MouseEvent(.press(.left), at: Point(x: 222, y: 94))),
            ([32, 0xC3, 0xA1], MouseEvent(.press(.left), at: Point(x: 162, y: 128))),
            ([32, 33, 0xC3], MouseEvent(.press(.left), at: Point(x: 0, y: 162))),
        ] as [([UInt8], MouseEvent)]
    )
    func `a byte each is a click`(bytes: [UInt8], event: MouseEvent) {
        #expect(decode([0x1B, 0x5B, 0x4D] + bytes) == [.mouse(event)])
    }

    @Test(arguments: [
        (" \u{A1}!", Point(x: 128, y: 0)), ("  !", nil), (" !\u{A1}", Point(x: 0, y: 128)),
        (" \u{A1}\u{A2}", Point(x: 128, y: 129)), (" \u{7FF}!", Point(x: 2014, y: 0)),
    ])
    func `values in UTF-8 are read whole`(text: String, position: Point?) {
        let events = decode(Array("\u{1B}[M\(text)".utf8))
        #expect(events == (position.map { [.mouse(MouseEvent(.press(.left), at: $0))] } ?? []))
    }

    @Test func `no byte of a report is a key, whatever it is and wherever the report is cut`() {
        let values =
            [0, 3, 9, 13, 27, 31, 32, 33, 81, 113, 127, 128, 155, 195, 223, 224, 255] as [UInt8]
        for first in values {
            for second in values {
                for third in values {
                    let bytes = [0x1B, 0x5B, 0x4D, first, second, third]
                    for cut in 3...6 {
                        var decoder = InputDecoder()
                        var events = decoder.feed(bytes[..<cut])
                        if decoder.patience == .short { events += decoder.flush() }
                        events += decoder.feed(bytes[cut...]) + decoder.flush()
                        #expect(
                            events.allSatisfy { if case .mouse = $0 { true } else { false } },
                            "\(bytes) cut at \(cut)"
                        )
                        #expect(events.count <= 1)
                        #expect(decoder.feed([0x61]) == [.key(.character("a"))], "\(bytes)")
                    }
                }
            }
        }
    }

    @Test func `reports in a row are told apart`() {
        let report: [UInt8] = [0x1B, 0x5B, 0x4D, 32, 0xC3, 0xA1]
        let click = InputEvent.mouse(MouseEvent(.press(.left), at: Point(x: 162, y: 128)))
        #expect(decode(report + report) == [click, click])
    }
}
