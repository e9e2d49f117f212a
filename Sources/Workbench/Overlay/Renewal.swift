import PodiumCore

/// When what is open asks for newer figures.
struct Renewal: Sendable {
    /// What brings them.
    let effect: Effect
    private(set) var askedAt: Timestamp
    private(set) var due: Timestamp

    /// How long they hold, and how long they are waited for before they are asked for again.
    private static let interval = Duration.seconds(1)
    private static let patience = Duration.seconds(10)
    /// Whoever takes long to bring them is not asked all the time.
    private static let share = 20.0

    init(_ effect: Effect, at now: Timestamp) {
        self.effect = effect
        askedAt = now
        due = now + Self.patience
    }

    mutating func came(at now: Timestamp) {
        due = now + max(Self.interval, (now - askedAt) * Self.share)
    }
}

extension Workbench {
    /// Asks for newer figures of what is open, now and later.
    mutating func renew(by effect: Effect) -> [Effect] {
        opened?.renewal = Renewal(effect, at: now)
        return [effect]
    }

    /// Asks for newer figures of what is open, when it is time.
    mutating func renewIfDue() -> [Effect] {
        guard let renewal = opened?.renewal, now >= renewal.due else { return [] }
        return renew(by: renewal.effect)
    }
}
