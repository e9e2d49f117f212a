/// How a person names steps.
extension SessionState {
    /// A step as a person knows it: `Step 2 (linguist)`, its place in its workflow and its worker;
    /// of a round before the present one `Step 2 (linguist) of round 1`.
    public func name(of id: StepID) -> String {
        guard let step = step(id) else { return "Step \(id)" }
        let name = "Step \(number(of: id)) (\(step.step.worker))"
        return pastRound(step.workflow).map { "\(name) of round \($0)" } ?? name
    }

    /// Which round a workflow is, from 1, once another has followed; nil else.
    public func pastRound(_ workflow: WorkflowID) -> Int? {
        let rounds = rounds
        let place = rounds.firstIndex { $0.id == workflow }
        return place.flatMap { $0 < rounds.count - 1 ? $0 + 1 : nil }
    }

    /// A step's place in its workflow, counted from 1.
    public func number(of id: StepID) -> Int {
        guard let place = position(of: id) else { return id.rawValue }
        var number = 1
        for index in 0..<place
        where steps[index].workflow == steps[place].workflow && !steps[index].isDeleted {
            number += 1
        }
        return steps[place].isDeleted ? 1 : number
    }

    /// The numbers of all steps, for where many are named at once.
    public var stepNumbers: [StepID: Int] {
        var counts: [WorkflowID: Int] = [:]
        var numbers: [StepID: Int] = [:]
        for index in steps.indices {
            guard !steps[index].isDeleted else {
                numbers[steps[index].id] = 1
                continue
            }
            counts[steps[index].workflow, default: 0] += 1
            numbers[steps[index].id] = counts[steps[index].workflow]
        }
        return numbers
    }
}
