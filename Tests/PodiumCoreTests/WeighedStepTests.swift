import PodiumCore
import Testing

@Suite struct WeighedStepTests {
    private let step = WeighedStep(
        number: 2,
        author: "policy 5c1e9a2f",
        options: [
            .init(
                worker: "a linguist (old)",
                chance: 0.96,
                right: 0.99,
                deviation: 0.01,
                cost: 0.0112
            ),
            .init(worker: "b", chance: 0.04, right: 0.41, deviation: 0.02, cost: 12),
        ]
    )

    @Test func `what was weighed is told in lines that are read again`() {
        #expect(
            step.text == """
                Step 2 (policy 5c1e9a2f):
                   96 %  right 0.99 ± 0.01  cost 0.01120  a linguist (old)
                    4 %  right 0.41 ± 0.02  cost 12.00000  b
                """
        )
        let text = "Two steps: a and then b.\n\n\(step.text)\n\nmodel_id = [0]\n"
        #expect(WeighedStep.all(in: text) == [2: step])
    }

    @Test func `other text is none, and a step told twice counts as it was told last`() {
        var later = step
        later.author = "policy 2"
        #expect(WeighedStep.all(in: step.text + "\n" + later.text) == [2: later])
        for text in [
            "", "Step 1 (x):", "Step 0 (x):\n  1 %  right 1 ± 1  cost 1  a", "Step x (y):\n a b c",
            "  96 %  right 0.99 ± 0.01  cost 0.01120  a",
            "Step 1 (x):\n  nan %  right 1 ± 1  cost 1  a",
            "Step 1 (x):\n  1 %  right 1 ± 1  cost 1",
        ] {
            #expect(WeighedStep.all(in: text).isEmpty, "\(text)")
        }
    }
}
