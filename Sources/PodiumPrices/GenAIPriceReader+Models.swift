import PodiumCore

extension GenAIPriceReader {
    mutating func readModel() throws(JSONReader.Failure) -> GenAIModel {
        var model = GenAIModel()
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("id", .string): model.id = try reader.readString()
            case ("match", .object): model.aliases = try readNames()
            case ("prices", .object):
                model.prices = [(.none, try readFigures(&model))]
            case ("prices", .array):
                try reader.beginArray()
                while try reader.nextElement() { try readConditional(into: &model) }
            case ("price_variants", .array):
                try reader.beginArray()
                while try reader.nextElement() { try readVariant(into: &model) }
            default: try reader.skipValue()
            }
        }
        return model
    }

    /// The names in a model's `match`: those it equals, and those it begins with. The latter are
    /// taken as names too, so less is found than could be, and nothing by a guess.
    private mutating func readNames() throws(JSONReader.Failure) -> [String] {
        var names: [String] = []
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("equals", .string), ("starts_with", .string):
                names.append(try reader.readString())
            case ("or", .array):
                try reader.beginArray()
                while try reader.nextElement() {
                    if try reader.peek() == .object {
                        names += try readNames()
                    } else {
                        try reader.skipValue()
                    }
                }
            default: try reader.skipValue()
            }
        }
        return names
    }

    // MARK: Prices

    private mutating func readConditional(
        into model: inout GenAIModel
    ) throws(JSONReader.Failure) {
        var constraint = GenAIModel.Constraint.none
        var figures: GenAIModel.Figures = [:]
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("constraint", .object): constraint = try readConstraint(&model)
            case ("prices", .object): figures = try readFigures(&model)
            default: try reader.skipValue()
            }
        }
        model.prices.append((constraint, figures))
    }

    private mutating func readVariant(into model: inout GenAIModel) throws(JSONReader.Failure) {
        var conditions: [String: String] = [:]
        var constraint = GenAIModel.Constraint.none
        var figures: GenAIModel.Figures = [:]
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("when", .object): conditions = try readConditions()
            case ("constraint", .object): constraint = try readConstraint(&model)
            case ("prices", .object): figures = try readFigures(&model)
            default: try reader.skipValue()
            }
        }
        guard let tier = Self.tier(of: conditions) else { return }
        switch constraint {
        case .none: model.variants.append(.init(tier: tier, start: nil, figures: figures))
        case .from(let day): model.variants.append(.init(tier: tier, start: day, figures: figures))
        case .hours: break
        }
    }

    /// Nil for what is no service tier, such as a route or a region.
    private static func tier(of conditions: [String: String]) -> ServiceTier? {
        switch conditions {
        case ["processing": "batch"]: .batch
        case ["service_tier": "flex"]: .flex
        case ["service_tier": "priority"]: .priority
        default: nil
        }
    }

    private mutating func readConditions() throws(JSONReader.Failure) -> [String: String] {
        var conditions: [String: String] = [:]
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if try reader.peek() == .string {
                conditions[name] = try reader.readString()
            } else {
                conditions[name] = ""
                try reader.skipValue()
            }
        }
        return conditions
    }

    private mutating func readConstraint(
        _ model: inout GenAIModel
    ) throws(JSONReader.Failure) -> GenAIModel.Constraint {
        var constraint = GenAIModel.Constraint.hours
        try reader.beginObject()
        while let name = try reader.nextMember() {
            guard name == "start_date", try reader.peek() == .string else {
                try reader.skipValue()
                continue
            }
            let text = try reader.readString()
            if let day = PriceDay(text) {
                constraint = .from(day)
            } else {
                model.problem = "its start_date \(text) is no day such as 2026-03-17"
            }
        }
        return constraint
    }

    private mutating func readFigures(
        _ model: inout GenAIModel
    ) throws(JSONReader.Failure) -> GenAIModel.Figures {
        var figures: GenAIModel.Figures = [:]
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if name == "output_reasoning_mtok", try reader.peek() != .null {
                model.problem = "its reasoning has a price of its own"
            }
            guard GenAIModel.classes.contains(where: { $0.name == name }) else {
                try reader.skipValue()
                continue
            }
            switch try reader.peek() {
            case .number: figures[name] = .init(base: try reader.readDouble())
            case .object: figures[name] = try readTiers(name, &model)
            case .null: try reader.readNull()
            default:
                model.problem = "\(name) is not a number"
                try reader.skipValue()
            }
        }
        return figures
    }

    private mutating func readTiers(
        _ place: String,
        _ model: inout GenAIModel
    ) throws(JSONReader.Failure) -> GenAIModel.Figure? {
        var base: Double?
        var tiers: [(above: Int, price: Double)] = []
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("base", .number): base = try reader.readDouble()
            case ("tiers", .array):
                try reader.beginArray()
                while try reader.nextElement() {
                    let tier = try readTier()
                    guard let start = tier.start, let price = tier.price else {
                        model.problem = "a tier of \(place) lacks its start or its price"
                        continue
                    }
                    tiers.append((start, price))
                }
            default: try reader.skipValue()
            }
        }
        if base == nil { model.problem = "\(place) has no base" }
        return base.map { GenAIModel.Figure(base: $0, tiers: tiers) }
    }

    private mutating func readTier() throws(JSONReader.Failure) -> (start: Int?, price: Double?) {
        var tier: (start: Int?, price: Double?)
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("start", .number): tier.start = try reader.readInt()
            case ("price", .number): tier.price = try reader.readDouble()
            default: try reader.skipValue()
            }
        }
        return tier
    }
}
