public import PodiumCore
import PodiumPolicy

/// How the workers have done, from the sessions that are stored.
public enum Scores {
    /// Questions are sorted as the embedded conductor reads them.
    public static let kinds = QuestionKinds { QuestionFamily.kind(of: $0) }

    /// The board of the latest sessions.
    ///
    /// Sessions that nobody asked about yet are folded first, which takes some milliseconds each: not
    /// for the thread that draws.
    public static func board(from store: some VerdictRecords) throws -> Scoreboard {
        Scoreboard(try store.outcomes(kinds: kinds, limit: Scoreboard.sessionLimit))
    }
}
