import PodiumCore

/// Choosing how the next question is answered.
extension Command {
    static let asking: [Command] = [choosePool, chooseConductor, chooseVariant, chooseBudget]

    static let choosePool = choosing("pool", "f2", "The pool of workers for what is asked here") {
        let asking = $0.asking
        let rows = asking.pools.map { pool in
            Chooser.Row(
                intent: .asking(.pool(pool.name)),
                text: pool.name,
                columns: [pool.workers.prefix(8).joined(separator: ", ")],
                keywords: pool.workers.joined(separator: " ")
            )
        }
        let selected = asking.pools.firstIndex { $0.name == asking.pool }
        return Chooser("pool", rows: rows, selected: selected)
    }

    static let chooseConductor = choosing(
        "conductor",
        "f3",
        "Who writes the workflow for what is asked here"
    ) {
        let asking = $0.asking
        let rows = asking.conductors.map { conductor in
            Chooser.Row(
                intent: .asking(.conductor(conductor)),
                text: conductor.title,
                columns: [conductor.name == nil ? "as configured" : ""]
            )
        }
        let selected = asking.conductors.firstIndex(of: asking.conductor)
        return Chooser("conductor", rows: rows, selected: selected)
    }

    static let chooseVariant = choosing(
        "variant",
        "f4",
        "How it is gone about: a plan, a turn at a time, or in two rounds"
    ) {
        let all = RunPolicy.Variant.allCases
        let rows = all.map {
            Chooser.Row(intent: .asking(.variant($0)), text: $0.rawValue, columns: [$0.meaning])
        }
        let selected = all.firstIndex(of: $0.asking.variant)
        return Chooser("variant", rows: rows, selected: selected)
    }

    static let chooseBudget = Command(
        "bounds",
        "f5",
        in: [.start, .editor],
        "What a run of what is asked here may use up"
    ) { workbench in
        let text = BudgetWords.text(workbench.asking.budget)
        let hint = "usd=0.10 tokens=20000 steps=8 seconds=60"
        workbench.open(
            .write(Writer("budget", for: .bounds, text: text, placeholder: hint))
        )
    }

    private static func choosing(
        _ name: String,
        _ key: String,
        _ help: String,
        _ chooser: @escaping @Sendable (Workbench) -> Chooser
    ) -> Command {
        Command(name, key, in: [.start, .editor], help) { workbench in
            workbench.open(.choose(chooser(workbench)))
        }
    }
}

extension Workbench {
    /// How a question is answered that is asked now, for the edge of its box: each with its key.
    var askingItems: [Footer.Item] {
        let pool =
            asking.workers.map { workers in
                workers.count == 1
                    ? "\(asking.pool): \(workers[0])" : "\(asking.pool): \(workers.count) workers"
            } ?? asking.pool
        return [
            (Command.choosePool, pool), (.chooseConductor, asking.conductor.title),
            (.chooseVariant, asking.variant.rawValue), (.chooseBudget, asking.budget.summary),
        ].map { command, label in
            Footer.Item(command: command, key: keymap.shownKey(of: command) ?? "", label: label)
        }
    }
}
