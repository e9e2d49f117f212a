import PodiumCore
import PodiumTesting

/// Five models that answer at length: what the screen is for. One thinks first, one is refused and tried
/// again, one joins what the others wrote.
enum WatchingSession {
    private static let workers = ["alpha", "bravo", "charlie", "delta", "echo"]

    private static let plan = """
        Four views first, then one guide.
        {"steps": [
        {"worker": "alpha", "subtask": "Explain how an LRU cache works.", "access": []},
        {"worker": "bravo", "subtask": "Write one in Swift, with tests.", "access": []},
        {"worker": "charlie", "subtask": "Write one in Python and measure it.", "access": []},
        {"worker": "delta", "subtask": "Compare eviction policies in a table.", "access": []},
        {"worker": "echo", "subtask": "Join all of it into a guide.", "access": [0, 1, 2, 3]}]}
        """

    private static let prose = """
        # How it works

        A cache keeps **what was used last** and forgets the *oldest* entry when it is full:

        1. look the key up in a map,
        2. move its node to the front,
           - which costs O(1),
        3. drop the last node if there are too many.

        > It fails when a scan touches every key once.

        - [x] get
        - [ ] put, see [the paper](https://example.org/arc)
        """

    private static let swift = """
        Here it is:

        ```swift
        /// Forgets what was used least recently.
        struct LRUCache<Key: Hashable, Value> {
            private var nodes: [Key: Node<Value>] = [:]
            let capacity: Int // at least 1

            mutating func value(for key: Key) -> Value? {
                guard let node = nodes[key] else { return nil }
                return node.value ?? fallback("none")
            }
        }
        ```

        Each call costs the same.
        """

    private static let python = """
        ## 実装 🐍

        ```python
        class LRUCache:
            def get(self, key):  # newest last
                return self.entries.get(key, 42)
        ```
        """

    private static let table = """
        | Policy | Hit rate | Note |
        | :--- | ---: | --- |
        | **LRU** | 71.2 % | simple |
        | LFU | 73.9 % | 頻度を数える 🐢 |
        | ARC | 76.5 % | adapts itself |
        """

    /// While four write, one of them after it was refused.
    static let middle = history(joining: false)
    /// While the last joins what the others wrote.
    static let late = history(joining: true)

    private static func history(joining: Bool) -> HistoryBuilder {
        let price = Price(input: 1_000_000, output: 5_000_000)
        let conductor = Worker(name: "maestro", provider: "mock", model: "m", price: price)
        var history = HistoryBuilder(
            session: SessionID(rawValue: "sample"),
            pool: workers.map { Worker(name: $0, provider: "mock", model: $0, price: price) },
            limits: RunLimits(budget: Budget(picodollars: 100_000_000_000))
        )
        history.history = workers.map {
            WorkerHistory(
                worker: $0,
                output: [400, 600, 900],
                milliseconds: [20_000, 40_000, 60_000]
            )
        }
        history.open("Write a guide to LRU caches.", conductor: .prompted(conductor))
        history.text(1, "Who explains, who writes code, who compares?", channel: .reasoning)
        history.reply(1, plan, usage: Usage(input: 450, output: 160))
        history.fail(4, ProviderError(.overloaded, "The model is overloaded.", isRetryable: true))
        history.text(2, prose)
        history.text(5, "A table says it best, with one row a policy. ", channel: .reasoning)
        history.pace = .seconds(1)
        for piece in swift.split(separator: "\n\n") { history.text(3, piece + "\n\n") }
        history.pace = .milliseconds(400)
        history.text(5, table)
        history.fire(4)
        history.text(6, python)
        guard joining else { return history }
        history.finish(2, usage: Usage(input: 60, output: 140))
        history.finish(3, usage: Usage(input: 60, output: 190))
        history.finish(5, .length, usage: Usage(input: 60, output: 110))
        history.finish(6, usage: Usage(input: 60, output: 80))
        history.text(7, "Five views agree. ", channel: .reasoning)
        history.text(7, "# The guide\n\n" + prose + "\n\n" + table + "\n\n" + swift)
        return history
    }
}
