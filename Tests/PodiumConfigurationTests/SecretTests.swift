import PodiumConfiguration
import Testing

struct SecretTests {
    @Test func `a key in place of its name is refused and not repeated`() {
        expectSecret(
            in: provider(with: "key_env: sk-proj-abcdef123456"),
            "config.yaml:4:14: providers.a.key_env: This is no name of an environment variable. It is not shown, as it may be the key itself."
        )
    }

    @Test func `what is no name of a variable is refused and not repeated`() {
        expectSecret(
            in: provider(with: "key_env: hunter-2"),
            "config.yaml:4:14: providers.a.key_env: This is no name of an environment variable. It is not shown, as it may be the key itself."
        )
        expectSecret(
            in: provider(with: "key_env: [a, 1b]"),
            "config.yaml:4:18: providers.a.key_env[1]: This is no name of an environment variable. It is not shown, as it may be the key itself."
        )
        expectSecret(
            in: provider(with: "key_env: AIzaSyA0123456789abcdefghijklmnopqrstuv"),
            "config.yaml:4:14: providers.a.key_env: This is no name of an environment variable. It is not shown, as it may be the key itself."
        )
    }

    @Test func `a key in place of a command is refused and not repeated`() {
        expectSecret(
            in: provider(with: "key_command: sk-proj-abcdef123456"),
            "config.yaml:4:18: providers.a.key_command: This is no command that prints a key. It is not shown, as it may be the key itself."
        )
        expectSecret(
            in: provider(with: "key_command: [pass]"),
            "config.yaml:4:18: providers.a.key_command: This is no command that prints a key. It is not shown, as it may be the key itself."
        )
    }

    @Test func `a key under a name of its own is refused and not repeated`() {
        expectSecret(
            in: provider(with: "api_key: hunter2"),
            "config.yaml:4:5: providers.a.api_key: A key itself must not stand here."
        )
        expectSecret(
            in: provider(with: "apiKey: hunter2"),
            "config.yaml:4:5: providers.a.apiKey: A key itself must not stand here."
        )
        expectSecret(
            in: provider(with: "token: hunter2"),
            "config.yaml:4:5: providers.a.token: A key itself must not stand here."
        )
        expectSecret(
            in: "password: hunter2",
            "config.yaml:1:1: password: A key itself must not stand here."
        )
    }

    @Test func `a key in place of a key is not repeated`() {
        expectSecret(
            in: "sk-abcdefghijklmnop: 3",
            "config.yaml:1:1: …: A key itself must not stand here."
        )
    }

    @Test func `a password in an address is refused and not repeated`() {
        expectSecret(
            in: provider(at: "https://me:hunter2@x"),
            "config.yaml:1:27: providers.a.base_url: A URL with a user or a password in it must not stand here."
        )
        expectSecret(
            in: provider(at: "me:hunter2@x"),
            "config.yaml:1:27: providers.a.base_url: A URL with a user or a password in it must not stand here."
        )
    }

    @Test func `a header that carries a key is refused and not repeated`() {
        expectSecret(
            in: provider(with: "headers: {Authorization: Bearer hunter2}"),
            "config.yaml:4:15: providers.a.headers.Authorization: A header that carries a key must not stand here."
        )
        expectSecret(
            in: provider(with: "headers: {X-Team: sk-proj-abcdef123456}"),
            "config.yaml:4:15: providers.a.headers.X-Team: A header that carries a key must not stand here."
        )
    }

    @Test func `a key in any other place is not repeated`() {
        expectMistake(
            .badValue,
            in: worker(with: "temperature: sk-proj-abcdef123456"),
            """
            config.yaml:5:18: workers[0].temperature: Expected a number from 0 to 2, found a text that is not shown, as it may be a secret.
            """
        )
        expectMistake(
            .badValue,
            in: worker(
                with: """
                    name: n
                    price: "0123456789abcdef0123456789abcdef"
                    """
            ),
            """
            config.yaml:6:12: workers[0].price: Expected a mapping with the keys input, output, cache_read, cache_write_short or cache_write_long, found a text that is not shown, as it may be a secret.
            """
        )
    }

    @Test func `only one source of a key can be`() {
        expectMistake(
            .conflict,
            in: provider(
                with: """
                    key_env: A
                    key_command: b
                    """
            ),
            """
            config.yaml:5:18: providers.a.key_command: `key_env` and `key_command` exclude each other.
            """
        )
    }
}
