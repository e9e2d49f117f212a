import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Workflows that follow others.
struct GraphRoundPictureTests: GraphPictures {
    @Test func `a round stands below the one before`() {
        #expect(
            picture(GraphHistories.rounds, 44, 24) == """
                                      ╭─────────────╮       │
                                      │ conductor ✓ │       │
                                      ╰──────┬ 0.1s ╯       │
                                             │              │
                                      ╭──────▼──────╮       │
                                      │ 1:1 quick ✓ │       │
                                      ╰──────┬ 0.1s ╯       │
                                        ╭────┴───╮          │
                                 ╭──────▼──────╮ │          │
                                 │ 1:2 local ✓ │ │          │
                                 ╰★─────┬ 0.1s ╯ │          │
                                 ╭──────┴─────╮  │          │
                      ╭──────────▼──────────╮ │  │          │
                      │ conductor round 2 ✓ │ │  │          │
                      ╰──────────┬──── 0.1s ╯ │  │          │
                                 │            │  │          │
                           ╭─────▼─────╮      │  │          │
                           │ 1 deep ⠋  │      │  │          │
                           ╰─────┬─0.0s╯      │  │          │
                                 ╰────────────┼──╯          │
                                        ╭─────▼─────╮       │
                                        │ 2 local ○ │       │
                                        ╰★──────────╯       │
                                                            │
                """
        )
    }

    @Test func `rounds in little height are a tree`() {
        #expect(
            snapshot(GraphHistories.rounds, 28, 4) == """
                28×4
                    ✓ 1:2 local ★ ← 1  0.1s↑│
                ✓ conductor round 2 ← 1:2   │
                  ⠋ 1 deep             0.0s │
                    ○ 2 local ★ ← 1:1 1:2 1 │
                styles
                ....aa..........bbbbbccbbbbd
                aa.................bbbbbbccc
                ..dd......cccccccccccccbbbbc
                ....ee........bbbbbbbbbbbbbc
                legend
                . text, background
                a succeeded
                b subtle, keyLabel
                c default on default
                d heading, running, keyHint
                e faint, waiting

                """
        )
    }

    @Test func `rounds in little width keep their order`() {
        #expect(
            picture(GraphHistories.rounds, 20, 8) == """
                ✓ conductor     0.1s│
                  ✓ 1:1 quick   0.1s│
                    ✓ 1:2 loc… ★ ← 1│
                ✓ conductor r… ← 1:2│
                  ⠋ 1 deep      0.0s│
                    ○ 2 local ★ ← 1…│
                                    │
                                    │
                """
        )
    }
}
