import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What the graph looks like: each picture was looked at before it was taken down.
struct GraphPictureTests: GraphPictures {
    @Test func `a chain stands one below the other`() {
        #expect(
            picture(GraphHistories.chain, 30, 17) == """
                       ╭─────────────╮        │
                       │ conductor ✓ │        │
                       ╰──────┬ 0.1s ╯        │
                              │               │
                        ╭─────▼─────╮         │
                        │ 1 quick ✓ │         │
                        ╰─────┬─0.1s╯         │
                              │               │
                        ╭─────▼─────╮         │
                        │ 2 deep ⠋  │         │
                        ╰─────┬─0.0s╯         │
                              │               │
                        ╭─────▼─────╮         │
                        │ 3 local ○ │         │
                        ╰★──────────╯         │
                                              │
                                              │
                """
        )
    }

    @Test func `two that may run at once stand side by side`() {
        #expect(
            snapshot(GraphHistories.diamond, 40, 16) == """
                40×16
                            ╭─────────────╮             │
                            │ conductor ✓ │             │
                            ╰──────┬ 0.1s ╯             │
                                   │                    │
                             ╭─────▼─────╮              │
                             │ 1 quick ✓ │              │
                             ╰─────┬─0.1s╯              │
                           ╭───────┴───────╮            │
                     ╭─────▼─────╮   ╭─────▼─────╮      │
                     │ 2 deep ⠋  │   │ 3 local ✗ │      │
                     ╰─────┬─0.1s╯   ╰─────┬─0.1s╯      │
                           ╰───────┬───────╯            │
                             ╭─────▼─────╮              │
                             │ 4 deep ○  │              │
                             ╰★──────────╯              │
                                                        │
                styles
                ............aaaaaaaaaaaaaaa.............
                ............abbbbbbbbbbbaba.............
                ............aaaaaaaacccccca.............
                ...................d....................
                .............aaaaaacaaaaaa..............
                .............abbbbbbbbbaba..............
                .............aaaaaaaacccca..............
                ...........aaaaaaaaaaaaaaaaa............
                .....eeeeeeceeeeee...ffffffcffffff......
                .....ebbbbbbbbebbe...fbbbbbbbbbfbf......
                .....eeeeeeeecccce...ffffffffccccf......
                ...........cccccccccffffffff............
                .............ggggggcgggggg..............
                .............gbbbbbbbbgbbg..............
                .............gcggggggggggg..............
                ........................................
                legend
                . default on default
                a succeeded
                b text, background
                c subtle, keyLabel
                d held, conductor
                e heading, running, keyHint
                f failed
                g faint, waiting

                """
        )
    }

    @Test func `with room more is told`() {
        #expect(
            picture(GraphHistories.diamond, 66, 24, zoom: 1) == """
                                  ╭───────────────────────────╮                   │
                                  │ conductor ✓               │                   │
                                  │ writes the workflow       │                   │
                                  │ ↑100 ↓10 $0.000300        │                   │
                                  ╰─────────────┬─────── 0.1s ╯                   │
                                                │                                 │
                                  ╭─────────────▼─────────────╮                   │
                                  │ 1 quick ✓                 │                   │
                                  │ Split it.                 │                   │
                                  │ ↑100 ↓10 $0.000014        │                   │
                                  ╰─────────────┬─────── 0.1s ╯                   │
                                ╭───────────────┴───────────────╮                 │
                  ╭─────────────▼─────────────╮   ╭─────────────▼─────────────╮   │
                  │ 2 deep ⠋                  │   │ 3 local ✗                 │   │
                  │ Do the left half.         │   │ Do the right half.        │   │
                  │ ↑~8 ↓~8 ~$0.000096        │   │ ↑0 ↓0 $0                  │   │
                  ╰─────────────┬─────── 0.1s ╯   ╰─────────────┬─────── 0.1s ╯   │
                                ╰───────────────┬───────────────╯                 │
                                  ╭─────────────▼─────────────╮                   │
                                  │ 4 deep ○                  │                   │
                                  │ Join them.                │                   │
                                  │                           │                   │
                                  ╰★──────────────────────────╯                   │
                                                                                  │
                """
        )
    }

    @Test func `with little room the boxes lose their frames`() {
        #expect(
            picture(GraphHistories.diamond, 26, 10, form: .boxes) == """
                       [✓ conduc…]        │
                            ▼             │
                       [✓ 1 quick]        │
                     ╭──────┴──────╮      │
                     ▼             ▼      │
                [⠋ 2 deep ]   [✗ 3 local] │
                     ╰──────┬──────╯      │
                            ▼             │
                       [○ 4 deep★]        │
                                          │
                """
        )
    }

    @Test func `a diamond can be drawn in ASCII, and what is chosen be seen`() {
        #expect(
            picture(
                GraphHistories.diamond,
                40,
                16,
                unicode: false,
                selecting: .node(.step(StepID(2)))
            ) == """
                            +-------------+             │
                            | conductor v |             │
                            +------+ 0.1s +             │
                                   |                    │
                             +-----v-----+              │
                             | 1 quick v |              │
                             +-----+-0.1s+              │
                           #=======#-------+            │
                     #=====v=====#   +-----v-----+      │
                     # 2 deep |  #   | 3 local x |      │
                     #=====+=0.1s#   +-----+-0.1s+      │
                           #=======#-------+            │
                             +-----v-----+              │
                             | 4 deep o  |              │
                             +A----------+              │
                                                        │
                """
        )
    }

    @Test func `what does not fit is scrolled to`() {
        #expect(
            picture(GraphHistories.fan, 50, 8, form: .boxes) == """
                ]                                                 │
                ──┬─────────────┬─────────────┬─────────────╮     │
                  ▼             ▼             ▼             ▼     │
                5 deep ]   [⠋ 6 local]   [⠋ 7 quick]   [⠋ 8 deep ]│
                ←─┴─────────────┴─────────────┴─────────────╯     │
                                                                  │
                ]                                                 │
                                                                  │
                """
        )
    }

    @Test func `where nothing else fits it is a tree`() {
        #expect(
            picture(GraphHistories.fan, 20, 8) == """
                  ⠋ 2 deep     0.1s↑│
                  ⠋ 3 local    0.1s │
                  ⠋ 4 quick    0.1s │
                  ⠋ 5 deep     0.1s │
                  ⠋ 6 local    0.1s │
                  ⠋ 7 quick    0.1s │
                  ⠋ 8 deep     0.1s │
                    ○ 9 deep ★ ← 1… │
                """
        )
    }

    /// Too wide to be read in a test.
    @Test func `many steps stand side by side where there is room`() throws {
        let directory = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots")
        try GoldenFile("graph-fan.txt", in: directory)
            .verify(snapshot(GraphHistories.fan, 136, 12, form: .boxes))
    }

    @Test func `in ASCII nothing else is drawn, at any size`() {
        for history in [
            GraphHistories.chain, GraphHistories.diamond, GraphHistories.longEdge,
            GraphHistories.fan, GraphHistories.rounds, GraphHistories.nested,
            GraphHistories.overridden,
        ] {
            for (width, height) in [(20, 8), (26, 10), (44, 16), (50, 34), (136, 12)] {
                let drawn = picture(history, width, height, unicode: false)
                #expect(drawn.unicodeScalars.allSatisfy { $0.isASCII || $0 == "│" }, "\(drawn)")
                #expect(drawn.contains { $0.isLetter }, "\(drawn)")
            }
        }
    }
}
