import CellUI
import Foundation
import PodiumEvaluation

/// An evaluation set in a file.
enum SetFile {
    /// - Parameters:
    ///   - seed: for the order of choices where the right one stands first.
    ///   - limit: how many questions; spread over the whole set, so that its parts keep their weights.
    /// - Throws: `Failure` when it is not there or no set.
    static func read(_ path: String, seed: UInt64, limit: Int?) throws -> [EvaluationItem] {
        do {
            let items = try EvaluationSet(file: URL(fileURLWithPath: path), seed: seed).items
            guard let limit, limit < items.count else { return items }
            return (0..<limit).map { items[$0 * items.count / limit] }
        } catch let error as EvaluationSetError {
            throw Failure(visible("\(error)", keepingNewlines: false), status: .usage)
        }
    }
}
