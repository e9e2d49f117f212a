import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Lines that pass by others, and one that is chosen.
struct GraphEdgePictureTests: GraphPictures {
    @Test func `a line that passes by layers keeps to its own column`() {
        #expect(
            picture(GraphHistories.longEdge, 44, 21) == """
                                     ╭─────────────╮        │
                                     │ conductor ✓ │        │
                                     ╰──────┬ 0.1s ╯        │
                                            │               │
                                      ╭─────▼─────╮         │
                                      │ 1 quick ✓ │         │
                                      ╰─────┬─0.1s╯         │
                            ╭───────────────┼───────╮       │
                      ╭─────▼─────╮   ╭─────▼─────╮ │       │
                      │ 2 deep ⠋  │   │ 3 local ⠋ │ │       │
                      ╰─────┬─0.0s╯   ╰─────┬─0.0s╯ │       │
                            ├───────╮ ╭─────┤       │       │
                            │       ├─╯     │       │       │
                            │ ╭─────▼─────╮ │       │       │
                            │ │ 4 deep ○  │ │       │       │
                            │ ╰─────┬─────╯ │       │       │
                            ╰───────┴───┬───┴───────╯       │
                                  ╭─────▼─────╮             │
                                  │ 5 quick ○ │             │
                                  ╰★──────────╯             │
                                                            │
                """
        )
    }

    @Test func `a chosen line is seen from end to end`() {
        #expect(
            snapshot(
                GraphHistories.longEdge,
                44,
                21,
                selecting: .edge(from: .step(StepID(1)), to: .step(StepID(5)))
            ) == """
                44×21
                                     ╭─────────────╮        │
                                     │ conductor ✓ │        │
                                     ╰──────┬ 0.1s ╯        │
                                            │               │
                                      ╭─────▼─────╮         │
                                      │ 1 quick ✓ │         │
                                      ╰─────┬─0.1s╯         │
                            ╭───────────────╄━━━━━━━┓       │
                      ╭─────▼─────╮   ╭─────▼─────╮ ┃       │
                      │ 2 deep ⠋  │   │ 3 local ⠋ │ ┃       │
                      ╰─────┬─0.0s╯   ╰─────┬─0.0s╯ ┃       │
                            ├───────╮ ╭─────┤       ┃       │
                            │       ├─╯     │       ┃       │
                            │ ╭─────▼─────╮ │       ┃       │
                            │ │ 4 deep ○  │ │       ┃       │
                            │ ╰─────┬─────╯ │       ┃       │
                            ╰───────┴───┲━━━┷━━━━━━━┛       │
                                  ╭─────▼─────╮             │
                                  │ 5 quick ○ │             │
                                  ╰★──────────╯             │
                                                            │
                styles
                .....................aaaaaaaaaaaaaaa........
                .....................abbbbbbbbbbbaba........
                .....................aaaaaaaacccccca........
                ............................d...............
                ......................aaaaaacaaaaaa.........
                ......................abbbbbbbbbaba.........
                ......................aaaaaaaacccca.........
                ............aaaaaaaaaaaaaaaaeeeeeeeee.......
                ......eeeeeeceeeeee...eeeeeeceeeeee.e.......
                ......ebbbbbbbbebbe...ebbbbbbbbbebe.e.......
                ......eeeeeeeecccce...eeeeeeeecccce.e.......
                ............ccccccccc.ccccccc.......e.......
                ............c.......ccc.....c.......e.......
                ............c.ffffffcffffff.c.......e.......
                ............c.fbbbbbbbbfbbf.c.......e.......
                ............c.fffffffffffff.c.......e.......
                ............cccccccccccceeeeeeeeeeeee.......
                ..................ffffffeffffff.............
                ..................fbbbbbbbbbfbf.............
                ..................fcfffffffffff.............
                ............................................
                legend
                . default on default
                a succeeded
                b text, background
                c subtle, keyLabel
                d held, conductor
                e heading, running, keyHint
                f faint, waiting

                """
        )
    }

    @Test func `a chosen line is seen without Unicode too`() {
        #expect(
            picture(
                GraphHistories.longEdge,
                44,
                16,
                unicode: false,
                selecting: .edge(from: .step(StepID(1)), to: .step(StepID(5)))
            ) == """
                                    [v conductor  ]         │
                                           v                │
                                     [v 1 quick  ]          │
                            +--------------#=======#        │
                            v              v       #        │
                       [| 2 deep ]   [| 3 local  ] #        │
                            +------+ +-----+       #        │
                            |      +-+     |       #        │
                            |      v       |       #        │
                            | [o 4 deep ]  |       #        │
                            +------+---#===========#        │
                                       v                    │
                                 [oA 5 quick ]              │
                                                            │
                                                            │
                                                            │
                """
        )
    }
}
