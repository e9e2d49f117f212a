/// Plans that a scripted conductor writes.
enum ScriptedPlan {
    /// One step.
    static let explain = """
        model_id = [0]
        subtasks = ["Explain it."]
        access_list = [[]]
        """
}

extension Scratch {
    /// Waits until the text is stored with the only session there is, or the session is as described.
    /// Each look is a process, so a slow machine also looks more slowly.
    func waitUntilStored(_ text: String) throws {
        for _ in 0..<1_000 {
            let id = try run("sessions", "list", "--json").objects().first?["session"] as? String
            if let id, try run("sessions", "show", id, "--json").output.contains(text) { return }
        }
        throw ChildProcess.Failed(description: "\(text) was never stored")
    }
}
