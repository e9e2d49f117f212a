public import Foundation

/// A training put away, to be gone on with.
extension Training {
    public struct Checkpoint: Codable {
        let format: String
        public let settings: TrainingSettings
        let state: State
        /// Of the questions, so that it is not gone on with over others.
        let trees: Int
        let models: [String]

        fileprivate static let format = "podium-training-2"

        /// - Throws: `Invalid` when the data is no checkpoint of this version.
        public init(data: Data) throws(Invalid) {
            guard let read = try? JSONDecoder().decode(Checkpoint.self, from: data),
                read.format == Self.format
            else {
                throw Invalid("it is no checkpoint of this version of Podium")
            }
            self = read
        }

        fileprivate init(settings: TrainingSettings, state: State, trees: Int, models: [String]) {
            format = Self.format
            self.settings = settings
            self.state = state
            self.trees = trees
            self.models = models
        }
    }

    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public var description: String

        public init(_ description: String) { self.description = description }
    }

    /// All that is needed to go on; the same training gives the same bytes.
    public var checkpoint: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let checkpoint = Checkpoint(
            settings: settings,
            state: state,
            trees: world.trees.count,
            models: world.models
        )
        // Its numbers are finite, and nothing else can fail to be encoded.
        return (try? encoder.encode(checkpoint)) ?? Data()
    }

    /// Goes on as if it had never been put away.
    ///
    /// - Parameter world: what it was trained in.
    /// - Throws: `Invalid` when that is another one.
    public init(_ checkpoint: Checkpoint, world: World) throws(Invalid) {
        guard checkpoint.models == world.models, checkpoint.trees == world.trees.count else {
            throw Invalid("it was trained with other questions or workers")
        }
        self.init(checkpoint.settings, world, checkpoint.state)
    }
}
