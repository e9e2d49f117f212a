import CellUI
import Testing

@testable import CursesTerminal

struct CursesColorTests {
    @Test(arguments: [
        (Color.terminalDefault, ColorDepth.indexed256, Int32(-1)),
        (.indexed(200), .indexed256, 200), (.indexed(3), .ansi8, 3), (.indexed(12), .ansi16, 12),
        (.indexed(9), .ansi8, 1), (.indexed(231), .ansi8, 7), (.indexed(196), .ansi16, 9),
        (.rgb(255, 0, 0), .indexed256, 196), (.rgb(0, 0, 0), .ansi16, 0),
        (.rgb(250, 250, 250), .ansi16, 15), (.rgb(250, 250, 250), .none, -1),
    ])
    func `colours become the nearest number there is`(
        color: Color,
        depth: ColorDepth,
        number: Int32
    ) {
        #expect(CursesColor.number(of: color, depth: depth, isDirect: false) == number)
    }

    @Test func `direct colours are values, and none of them means the palette by accident`() {
        let number = { CursesColor.number(of: $0, depth: .trueColor, isDirect: true) }
        #expect(number(.rgb(0x12, 0x34, 0x56)) == 0x123456)
        #expect(number(.rgb(0, 0, 5)) >= 8)
        #expect(number(.rgb(0, 0, 0)) >= 8)
        #expect(number(.indexed(4)) == 4)
        #expect(number(.indexed(196)) == 0xFF0000)
        #expect(number(.terminalDefault) == -1)
    }
}
