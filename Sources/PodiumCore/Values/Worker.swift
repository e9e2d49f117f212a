/// A model (or an in-process specialist) as the conductor and the person know it.
public struct Worker: Hashable, Sendable, Codable {
    /// The name it goes by in configuration, plans, and on the screen. Unique in a pool.
    public var name: String
    /// The provider that serves it, by its name in the configuration.
    public var provider: String
    /// The model's name as the provider knows it.
    public var model: String
    /// What it is good at, in a few words that the conductor is told.
    public var strengths: String
    public var tags: [String]
    /// Nil when the price is not known.
    public var price: Price?
    /// True when no text leaves this machine.
    public var isLocal: Bool
    /// Who takes its steps over when it fails, by name and in order; nil leaves the choice to the
    /// run.
    public var fallbacks: [String]?
    /// What it can be sent beside words; nil where nothing is known of it.
    public var takes: [Ability]?
    private var sharedOptions: Shared<ModelOptions>?

    public init(
        name: String,
        provider: String,
        model: String,
        strengths: String = "",
        tags: [String] = [],
        price: Price? = nil,
        isLocal: Bool = false,
        fallbacks: [String]? = nil,
        takes: [Ability]? = nil,
        options: ModelOptions? = nil
    ) {
        self.name = name
        self.provider = provider
        self.model = model
        self.strengths = strengths
        self.tags = tags
        self.price = price
        self.isLocal = isLocal
        self.fallbacks = fallbacks
        self.takes = takes
        sharedOptions = options.map(Shared.init)
    }

    /// How its model is asked; nil leaves all of it to the server.
    public var options: ModelOptions? {
        get { sharedOptions?.value }
        set { sharedOptions = newValue.map(Shared.init) }
    }

    private enum CodingKeys: String, CodingKey {
        case name, provider, model, strengths, tags, price, isLocal, fallbacks, takes
        case sharedOptions = "options"
    }
}

extension Worker {
    /// What not every model can be sent.
    public enum Ability: String, Hashable, Sendable, Codable, CaseIterable {
        case tools
        case images
    }

    public func takes(_ abilities: Set<Ability>) -> Bool { abilities.isSubset(of: takes ?? []) }

    /// The name under which a plan lets the conductor itself do a step, by a workflow of its own.
    public static let conductorName = "conductor"
    /// The worker's name of an output that a person wrote.
    public static let personName = "person"
    /// Names that no worker of a pool may have.
    public static let reservedNames: Set<String> = [conductorName, personName]
}
