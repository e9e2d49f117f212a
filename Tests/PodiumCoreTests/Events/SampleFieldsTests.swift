import PodiumCore
import Testing

/// The golden lines promise each field only if each field is in one of them.
struct SampleFieldsTests {
    @Test func `every field of every fact has a value in one of the samples`() {
        var fields = Fields()
        for fact in FactSamples.all { fields.look(into: fact) }
        #expect(fields.empty.isEmpty)
    }
}

/// The fields of values, by their type, and which of them never held anything.
struct Fields {
    private var seen: Set<String> = []
    private var filled: Set<String> = []

    var empty: [String] { seen.subtracting(filled).sorted() }

    mutating func look(into value: Any) {
        let mirror = Mirror(reflecting: value)
        for child in mirror.children {
            if mirror.displayStyle == .struct, let label = child.label {
                let field = "\(mirror.subjectType).\(label)"
                seen.insert(field)
                if Self.holdsSomething(child.value) { filled.insert(field) }
            }
            look(into: child.value)
        }
    }

    private static func holdsSomething(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional, .collection, .set, .dictionary: return !mirror.children.isEmpty
        default: return true
        }
    }
}
