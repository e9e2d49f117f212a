import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What persons changed.
struct GraphOverridePictureTests: GraphPictures {
    @Test func `what a person changed bears marks`() {
        #expect(
            snapshot(GraphHistories.overridden, 40, 21) == """
                40×21
                              ╭─────────────╮           │
                              │ conductor ✓ │           │
                              ╰──────┬ 0.1s ╯           │
                                     │                  │
                               ╭─────▼─────╮            │
                               │ 1 local ○ │            │
                               ╰⇄↺───┬─0.1s╯            │
                                 ╭───┴───╮              │
                           ╭─────▼─────╮ │              │
                           │ 2 quick ○ │ │              │
                           ╰⊕────┬─────╯ │              │
                                 ╰───┬───╯              │
                               ╭─────▼─────╮            │
                               │ 3 deep ○  │            │
                               ╰↺────┬─0.1s╯            │
                                     │                  │
                               ╭─────▼─────╮            │
                               │ 4 local ○ │            │
                               ╰✎★─────────╯            │
                                                        │
                                                        │
                styles
                ..............aaaaaaaaaaaaaaa...........
                ..............abbbbbbbbbbbaba...........
                ..............aaaaaaaacccccca...........
                .....................d..................
                ...............eeeeeeceeeeee............
                ...............ebbbbbbbbbebe............
                ...............effeeeeecccce............
                .................ccccccccc..............
                ...........eeeeeeceeeeee.c..............
                ...........ebbbbbbbbbebe.c..............
                ...........efeeeeeeeeeee.c..............
                .................ccccccccc..............
                ...............eeeeeeceeeeee............
                ...............ebbbbbbbbebbe............
                ...............efeeeeeecccce............
                .....................c..................
                ...............eeeeeeceeeeee............
                ...............ebbbbbbbbbebe............
                ...............efceeeeeeeeee............
                ........................................
                ........................................
                legend
                . default on default
                a succeeded
                b text, background
                c subtle, keyLabel
                d held, conductor
                e faint, waiting
                f overridden

                """
        )
    }

    @Test func `a tree has the marks too`() {
        #expect(
            picture(GraphHistories.overridden, 22, 7) == """
                ✓ conductor       0.1s│
                  ○ 1 local ⇄↺    0.1s│
                    ○ 2 quick ⊕ ← 1   │
                      ○ 3 deep ↺ ← 1 2│
                       ○ 4 local ✎★ ←…│
                                      │
                                      │
                """
        )
    }

    /// Without Unicode the marks are letters, which would be read as the name's own.
    @Test func `no mark stands at a name without Unicode, however small the boxes are`() {
        let pictures = [(16, 12), (24, 12), (40, 12), (40, 21)].map { width, height in
            picture(GraphHistories.overridden, width, height, unicode: false, form: .boxes)
        }
        for picture in pictures {
            let glued = picture.matches(of: /(local|quick|deep)[a-z*+]/).map { String($0.output.0) }
            #expect(glued.isEmpty, "\(picture)")
        }
        #expect(pictures.contains { $0.contains("[or* 1 local") || $0.contains("[o+ 1 local") })
    }

    @Test func `the step that gives the answer is marked in every form`() {
        let last = [
            (40, 21, true, "╰★──────────╯"), (40, 21, false, "+A----------+"),
            (24, 9, true, "3 local★ ]"), (24, 9, false, "[oA 3 local"),
            (14, 4, true, "3 local ★"), (14, 4, false, "3 local A"),
        ]
        for (width, height, unicode, mark) in last {
            let form: GraphView.Form = height > 4 ? .boxes : .tree
            let picture = picture(
                GraphHistories.chain,
                width,
                height,
                unicode: unicode,
                form: form
            )
            #expect(picture.contains(mark), "\(picture)")
            #expect(picture.count { $0 == "★" || $0 == "A" } == 1, "\(picture)")
        }
    }

    @Test func `the mark goes to the step that answers then`() {
        var history = GraphHistories.chain
        history.decide(.delete(StepID(3)))
        let answering = GraphModel(history.state, now: history.now).nodes
            .filter { $0.badges.contains(.answers) }
        #expect(answering.map(\.label) == ["2 deep"])
    }

    @Test func `marks are told without Unicode`() {
        #expect(
            picture(GraphHistories.overridden, 40, 21, unicode: false) == """
                              +-------------+           │
                              | conductor v |           │
                              +------+ 0.1s +           │
                                     |                  │
                               +-----v-----+            │
                               | 1 local o |            │
                               +r*---+-0.1s+            │
                                 +---+---+              │
                           +-----v-----+ |              │
                           | 2 quick o | |              │
                           +i----+-----+ |              │
                                 +---+---+              │
                               +-----v-----+            │
                               | 3 deep o  |            │
                               +*----+-0.1s+            │
                                     |                  │
                               +-----v-----+            │
                               | 4 local o |            │
                               +eA---------+            │
                                                        │
                                                        │
                """
        )
    }
}
