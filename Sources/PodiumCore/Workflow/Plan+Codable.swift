/// The stored form of a plan is what a plan file says: `{"worker": "linguist", "access": [0]}`.
extension WorkerReference: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let id = try? container.decode(Int.self) {
            self = .id(id)
        } else {
            self = .name(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .id(let id): try container.encode(id)
        case .name(let name): try container.encode(name)
        }
    }
}

extension Access: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let steps = try? container.decode([Int].self) {
            self = .steps(steps)
            return
        }
        let word = try container.decode(String.self)
        guard word == "all" else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(word) is neither all nor a list of steps"
            )
        }
        self = .all
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .all: try container.encode("all")
        case .steps(let steps): try container.encode(steps)
        }
    }
}
