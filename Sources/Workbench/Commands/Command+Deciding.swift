import CellUI
import PodiumCore

/// A person's decisions in place of the conductor's.
extension Command {
    static let deciding: [Command] = [
        decision(
            "approve",
            "a",
            "approve",
            "Let the plan run",
            [.decision, .aboutStep, .inLines],
            can: { $0.allows(.approve) },
            act: { $0.decide(.approve, about: $1) }
        ),
        hold,
        stepDecision("reroute", "r", "reroute", "Give the step to another worker") {
            $0.openRerouting(of: $2, about: $1)
        },
        stepDecision("edit", "e", "edit", "Write the step's subtask anew") {
            $0.writeSubtask(of: $2, about: $1)
        },
        stepDecision(
            "access",
            "v",
            "access",
            "Choose which outputs the step sees",
            can: { workbench, step in
                workbench.session.map {
                    !$0.state.stepsInReach(of: step.workflow, before: step.id).isEmpty
                } ?? false
            },
            act: { $0.openAccessList(of: $2, about: $1) }
        ),
        stepDecision("edit-outside", "E", nil, "Write the step's subtask in $EDITOR") {
            $0.writeSubtask(of: $2, about: $1)
            return $0.editOutside()
        },
        decision(
            "insert",
            "i",
            "insert",
            "Insert a step behind this one",
            can: {
                $0.session?.isOpenToDecisions == true
                    && $0.session?.state.currentRound?.accepted != nil
            },
            act: { $0.openInsertion(about: $1) }
        ),
        stepDecision("delete", "D", nil, "Delete the step") { .delete($0) },
        stepDecision("retry", "R", "retry", "Do the step once more") { .retry($0) },
        stepDecision("cancel", "x", "cancel", "Break the call off") { .cancel($0) },
        stepDecision("skip", "s", "skip", "Leave the step out") { .skip($0) },
        stepDecision("write", "w", "write", "Write the step's output by hand") {
            $0.writeOutput(of: $2, about: $1)
        },
        decision(
            "replan",
            "c",
            nil,
            "Ask the conductor for another plan, with a remark",
            can: { $0.allows(.replan(remark: "")) },
            act: { $0.writeRemark(about: $1) }
        ),
        decision("budget", "b", nil, "Change the budget", .decision) { $0.writeBudget(about: $1) },
        decision("withdraw", "W", nil, "Take a worker out of the pool", .decision) {
            $0.openWithdrawal(about: $1)
        },
        decision(
            "readmit",
            "",
            nil,
            "Let a worker that was taken out into the pool again",
            .decision,
            can: { workbench in
                guard let session = workbench.session, session.isOpenToDecisions else {
                    return false
                }
                return session.state.pool.contains { !session.state.isPresent($0.name) }
            },
            act: { $0.openReadmission(about: $1) }
        ),
        decision(
            "finish",
            "F",
            "finish",
            "End now with the best answer so far",
            [.decision, .aboutStep, .inLines],
            // After an end without an answer an output may still become one.
            can: {
                $0.session?.isRunning == true
                    || $0.allows(.finish) && $0.session?.state.bestAnswer != nil
            },
            act: { $0.decide(.finish, about: $1) }
        ),
        decision(
            "undo",
            "u",
            "undo",
            "Take the last decision back, while it has had no effect",
            [.decision, .aboutStep, .inLines],
            can: { $0.allows(.undo(nil)) },
            act: { $0.decide(.undo(nil), about: $1) }
        ),
    ]

    /// What a person may decide about an end without an answer, the nearest first.
    static let goingOn = ["retry", "reroute", "write", "budget", "replan"].compactMap { name in
        deciding.first { $0.name == name }
    }

    static let hold = decision(
        "hold",
        "space",
        "hold",
        "Hold the run: nothing new begins; again: go on",
        [.decision, .aboutStep, .inLines],
        can: { $0.session?.isRunning == true && $0.allows($0.holding) },
        act: { $0.decide($0.holding, about: $1) }
    )

    // MARK: Rows

    /// A decision about the run.
    private static func decision(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        _ traits: Traits = [.decision, .aboutStep],
        can isUseful: @escaping @Sendable (Workbench) -> Bool = {
            $0.session?.isOpenToDecisions == true
        },
        act: @escaping @Sendable (inout Workbench, Subject) -> [Effect]
    ) -> Command {
        Command(
            name,
            keys,
            short,
            in: .live,
            help,
            traits,
            can: isUseful,
            act: { workbench, subject in
                guard let session = workbench.session else { return [] }
                guard session.isOpenToDecisions else {
                    workbench.say("The session has its answer: nothing of it can be changed.")
                    return []
                }
                return act(&workbench, subject ?? session.subject)
            }
        )
    }

    /// A decision about the run for which something has to be chosen or written first.
    private static func decision(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        _ traits: Traits = [.decision, .aboutStep],
        can isUseful: @escaping @Sendable (Workbench) -> Bool = {
            $0.session?.isOpenToDecisions == true
        },
        act: @escaping @Sendable (inout Workbench, Subject) -> Void
    ) -> Command {
        decision(name, keys, short, help, traits, can: isUseful) {
            workbench,
            subject -> [Effect] in
            act(&workbench, subject)
            return []
        }
    }

    /// A decision about the step that is looked at.
    private static func stepDecision(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        can isUseful: @escaping @Sendable (Workbench, StepState) -> Bool = { _, _ in true },
        act: @escaping @Sendable (inout Workbench, Subject, StepState) -> [Effect]
    ) -> Command {
        decision(
            name,
            keys,
            short,
            help,
            can: { workbench in
                guard let session = workbench.session, session.isOpenToDecisions,
                    let step = session.selectedStep
                else { return false }
                return isUseful(workbench, step)
            },
            act: { workbench, subject in
                let step = subject.step.flatMap { workbench.session?.state.step($0) }
                guard let step, !step.isDeleted else {
                    workbench.say("Choose a step first: with the arrows, 1 to 9, or the mouse.")
                    return []
                }
                return act(&workbench, subject, step)
            }
        )
    }

    /// A decision about the step that is looked at, for which something has to be chosen or written
    /// first.
    private static func stepDecision(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        can isUseful: @escaping @Sendable (Workbench, StepState) -> Bool = { _, _ in true },
        act: @escaping @Sendable (inout Workbench, Subject, StepState) -> Void
    ) -> Command {
        stepDecision(name, keys, short, help, can: isUseful) { bench, subject, step -> [Effect] in
            act(&bench, subject, step)
            return []
        }
    }

    /// A decision about the step that is looked at, which needs no further word.
    private static func stepDecision(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        override: @escaping @Sendable (StepID) -> Override
    ) -> Command {
        stepDecision(
            name,
            keys,
            short,
            help,
            can: { workbench, step in workbench.allows(override(step.id)) },
            act: { workbench, subject, step in
                workbench.decide(override(step.id), about: subject)
            }
        )
    }
}

extension Workbench {
    /// What holding means now: to hold, or to go on.
    fileprivate var holding: Override { session?.state.isHeld == true ? .proceed : .hold }

    /// What is being written, in the person's own editor.
    fileprivate func editOutside() -> [Effect] {
        guard case .write(let writer)? = overlay else { return [] }
        return [.edit(writer.editor.text)]
    }

    /// Whether a decision would be taken as things stand.
    func allows(_ override: Override) -> Bool {
        guard let session, session.isOpenToDecisions else { return false }
        return (try? OverridePreview(override, in: session.decidable)) != nil
    }
}
