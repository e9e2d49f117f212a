import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Workflows inside steps.
struct GraphNestingPictureTests: GraphPictures {
    @Test func `a workflow inside a step stands in a frame`() {
        #expect(
            picture(GraphHistories.nested, 50, 34) == """
                                 ╭─────────────╮                  │
                                 │ conductor ✓ │                  │
                                 ╰──────┬ 0.1s ╯                  │
                                        │                         │
                                  ╭─────▼─────╮                   │
                                  │ 1 quick ✓ │                   │
                                  ╰─────┬─0.1s╯                   │
                                        │                         │
                                ╭───────▼───────╮                 │
                                │ 2 conductor ⠋ │                 │
                                ╰───────────────╯                 │
                        ╭╌ within 2 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╮         │
                        ┆        ╭─────────────╮        ┆         │
                        ┆        │ conductor ✓ │        ┆         │
                        ┆        ╰──────┬ 0.1s ╯        ┆         │
                        ┆       ╭───────┴───────╮       ┆         │
                        ┆ ╭─────▼─────╮   ╭─────▼─────╮ ┆         │
                        ┆ │ 1 deep ✓  │   │ 2 quick ⠋ │ ┆         │
                        ┆ ╰─────┬─0.1s╯   ╰─────┬─0.1s╯ ┆         │
                        ┆       ╰───────┬───────╯       ┆         │
                        ┆         ╭─────▼─────╮         ┆         │
                        ┆         │ 3 local ○ │         ┆         │
                        ┆         ╰★──────────╯         ┆         │
                        ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┬╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯         │
                                        │                         │
                                  ╭─────▼─────╮                   │
                                  │ 3 local ○ │                   │
                                  ╰★──────────╯                   │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                """
        )
    }

    @Test func `a workflow inside a step needs less height when it must`() {
        #expect(
            picture(GraphHistories.nested, 50, 20) == """
                                 [✓ conductor  ]                  │
                                        ▼                         │
                                  [✓ 1 quick  ]                   │
                                        ▼                         │
                                [⠋ 2 conductor  ]                 │
                         ╭╌ within 2 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╮          │
                         ┆      [✓ conductor  ]        ┆          │
                         ┆      ╭──────┴───────╮       ┆          │
                         ┆      ▼              ▼       ┆          │
                         ┆ [✓ 1 deep ]   [⠋ 2 quick  ] ┆          │
                         ┆      ╰───────┬──────╯       ┆          │
                         ┆              ▼              ┆          │
                         ┆        [○ 3 local★ ]        ┆          │
                         ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌┬╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯          │
                                        ▼                         │
                                  [○ 3 local★ ]                   │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                """
        )
    }

    @Test func `in a tree it is indented`() {
        #expect(
            snapshot(GraphHistories.nested, 22, 9) == """
                22×9
                ✓ conductor       0.1s│
                  ✓ 1 quick       0.1s│
                    ⠋ 2 conductor ← 1 │
                      ✓ conductor     │
                       ✓ 1 deep   0.1s│
                       ⠋ 2 quick  0.1s│
                       ○ 3 local ★ ← …│
                      ○ 3 local ★ ← 2 │
                                      │
                styles
                ..aaaaaaaaabbbbbbbcccc
                aa..aaaaaaabbbbbbbcccc
                aaaaddaaaaaaaaaaaccccb
                aaaaaa..aaaaaaaaabbbbb
                aaaaaaa..aaaaaabbbcccc
                aaaaaaaddaaaaaaabbcccc
                aaaaaaaeeaaaaaaaaccccc
                aaaaaaeeaaaaaaaacccccb
                bbbbbbbbbbbbbbbbbbbbbb
                legend
                . succeeded
                a text, background
                b default on default
                c subtle, keyLabel
                d heading, running, keyHint
                e faint, waiting

                """
        )
    }

    @Test func `its frame can be drawn in ASCII`() {
        #expect(
            picture(GraphHistories.nested, 50, 34, unicode: false) == """
                                 +-------------+                  │
                                 | conductor v |                  │
                                 +------+ 0.1s +                  │
                                        |                         │
                                  +-----v-----+                   │
                                  | 1 quick v |                   │
                                  +-----+-0.1s+                   │
                                        |                         │
                                +-------v-------+                 │
                                | 2 conductor | |                 │
                                +---------------+                 │
                        .. within 2 .....................         │
                        :        +-------------+        :         │
                        :        | conductor v |        :         │
                        :        +------+ 0.1s +        :         │
                        :       +-------+-------+       :         │
                        : +-----v-----+   +-----v-----+ :         │
                        : | 1 deep v  |   | 2 quick | | :         │
                        : +-----+-0.1s+   +-----+-0.1s+ :         │
                        :       +-------+-------+       :         │
                        :         +-----v-----+         :         │
                        :         | 3 local o |         :         │
                        :         +A----------+         :         │
                        ................+................         │
                                        |                         │
                                  +-----v-----+                   │
                                  | 3 local o |                   │
                                  +A----------+                   │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                                                                  │
                """
        )
    }
}
