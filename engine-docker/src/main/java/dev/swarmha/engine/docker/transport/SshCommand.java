package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.endpoint.SshTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that leads to an Engine by ssh, as the docker CLI has it (docker/cli {@code
 * cli/connhelper}): the system's ssh client, whose keys, agent and configuration work by
 * themselves, and {@code docker system dial-stdio} on the other machine.
 */
record SshCommand(SshTarget target) {

  /** Makes what follows not hear of Ctrl-C, after which a command still has to tidy up. */
  private static final Path DETACH = Path.of("/usr/bin/setsid");

  List<String> words() {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(DETACH)) {
      words.add(DETACH.toString());
    }
    // Nobody is there to answer a question, and one that is asked would only look like a hang.
    words.addAll(List.of("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-T"));
    target.user().ifPresent(user -> words.addAll(List.of("-l", user)));
    target.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
    words.addAll(List.of("--", target.host(), "docker"));
    target.socket().ifPresent(socket -> words.addAll(List.of("--host", "unix://" + socket)));
    words.addAll(List.of("system", "dial-stdio"));
    return List.copyOf(words);
  }
}
