package dev.swarmha.engine.docker.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shell scripts in the place of an ssh client, and which processes of them were started. */
record FakeSsh(Path script) {

  /** Speaks HTTP as an Engine does; what a path means stands in the branches. */
  private static final String ENGINE =
      """
      echo $$ >> "$0.started"
      answer() { printf 'HTTP/1.1 %s\\r\\nContent-Length: %s\\r\\n\\r\\n%s' "$1" "${#2}" "$2"; }
      while read -r method path version; do
        length=0
        while IFS= read -r header; do
          header=${header%?}
          case $header in
            '') break ;;
            Content-Length:*) length=${header#*: } ;;
          esac
        done
        body=$(head -c "$length")
        case $path in
          /_ping) printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n' ;;
          /chunks) printf 'HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n'
            printf '3\\r\\none\\r\\n4;x=y\\r\\n two\\r\\n0\\r\\n\\r\\n' ;;
          /follow) printf 'HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\none\\r\\n'
            exec sleep 100 ;;
          /drip) printf 'HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n'
            while printf '2\\r\\n[ \\r\\n'; do sleep 0.01; done ;;
          /end) printf 'HTTP/1.1 200 OK\\r\\n\\r\\nto the end'; exit 0 ;;
          /hang) exec sleep 100 ;;
          /break) echo 'client_loop: send disconnect: Broken pipe' >&2; exit 255 ;;
          *) answer '200 OK' "$method $path $body" ;;
        esac
      done
      """;

  static FakeSsh engine(Path directory) throws IOException {
    return of(directory, ENGINE);
  }

  static FakeSsh failing(Path directory, String words, int code) throws IOException {
    return of(directory, "cat >&2 <<'WORDS'\n" + words + "\nWORDS\nexit " + code + "\n");
  }

  static FakeSsh hanging(Path directory) throws IOException {
    return of(directory, "echo $$ >> \"$0.started\"\nexec sleep 100\n");
  }

  private static FakeSsh of(Path directory, String content) throws IOException {
    return new FakeSsh(Files.writeString(directory.resolve("ssh"), content));
  }

  List<String> command() {
    return List.of("sh", script.toString());
  }

  /** The processes that were started, in their order. */
  List<ProcessHandle> started() throws IOException {
    return Files.readAllLines(script.resolveSibling("ssh.started")).stream()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
        .toList();
  }

  int startedInAll() throws IOException {
    return Files.readAllLines(script.resolveSibling("ssh.started")).size();
  }

  /** Waits until none of them is left. */
  void awaitEnd() throws IOException {
    started().forEach(process -> process.onExit().join());
  }
}
