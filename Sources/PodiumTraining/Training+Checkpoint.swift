public import Foundation

/// A training put away, to be gone on with.
extension Training {
    public struct Checkpoint: Codable {
        let format: String
        public let settings: TrainingSettings
        let state: State
        /// Of the questions and replies, so that it is not gone on with over others.
        let world: UInt64

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

        fileprivate init(settings: TrainingSettings, state: State, world: UInt64) {
            format = Self.format
            self.settings = settings
            self.state = state
            self.world = world
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
            world: world.digest
        )
        // Its numbers are finite, and nothing else can fail to be encoded.
        return (try? encoder.encode(checkpoint)) ?? Data()
    }

    /// Goes on as if it had never been put away.
    ///
    /// - Parameter world: what it was trained in.
    /// - Throws: `Invalid` when that is another one.
    public init(_ checkpoint: Checkpoint, world: World) throws(Invalid) {
        guard checkpoint.world == world.digest else {
            throw Invalid("it was trained with other questions or workers")
        }
        self.init(checkpoint.settings, world, checkpoint.state)
    }
}
