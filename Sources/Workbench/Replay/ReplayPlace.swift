import PodiumCore

/// A place in a recording, as a person writes it.
enum ReplayPlace: Hashable {
    /// `143`: how many events have been shown there.
    case event(Int)
    /// `1:23`, `1:02:03`: since the beginning.
    case time(Duration)

    /// Nil for what is neither.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let trimmed = parts.map { part in part.filter { $0 != " " } }
        guard trimmed.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }),
            // No recording is longer, and the sum cannot overflow.
            trimmed.allSatisfy({ $0.count <= 9 })
        else { return nil }
        let numbers = trimmed.compactMap { Int($0) }
        switch numbers.count {
        case 1: self = .event(numbers[0])
        case 2: self = .time(.seconds(numbers[0] * 60 + numbers[1]))
        case 3: self = .time(.seconds(numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]))
        default: return nil
        }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    static let advice = "Write a time such as 1:23, or the number of an event such as 143."
}

extension SessionScreen {
    /// Goes where a person wrote; returns what is to be said where that is no place of the recording.
    mutating func goTo(_ text: String) -> String? {
        guard let place = ReplayPlace(text) else { return ReplayPlace.advice }
        guard let replay, let first = replay.events.first, let last = replay.events.last else {
            return "There is no recording here."
        }
        switch place {
        case .event(let number):
            guard (1...replay.events.count).contains(number) else {
                return "There is no event \(number): they are 1 to \(replay.events.count)."
            }
            seek { _ in number }
        case .time(let time):
            // The clock tells whole seconds, also that of the end.
            guard time.inSeconds <= max(0, (last.time - first.time).inSeconds).rounded(.up) else {
                return "The recording lasts \(Format.clock(last.time - first.time))."
            }
            seek { $0.position(at: first.time + time) }
        }
        return nil
    }

    /// Goes to a position, and stays there.
    mutating func seek(_ position: (ReplayCursor) -> Int?) {
        withReplay { cursor in
            guard let position = position(cursor) else { return }
            cursor.isPlaying = false
            cursor.seek(to: position)
        }
    }
}
