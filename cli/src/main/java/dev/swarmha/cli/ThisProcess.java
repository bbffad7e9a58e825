package dev.swarmha.cli;

import dev.swarmha.deploy.Operator;
import java.io.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who runs this program, as the operating system tells it. */
final class ThisProcess {

  private static final Path NAME_ON_LINUX = Path.of("/proc/sys/kernel/hostname");

  private ThisProcess() {}

  static Operator operator(Map<String, String> environment) {
    // In a container without an entry for its user, Java calls the user "?".
    String user =
        Stream.of(System.getProperty("user.name", ""), environment.getOrDefault("USER", ""))
            .filter(name -> !name.isBlank() && !name.equals("?"))
            .findFirst()
            .orElse(Operator.UNKNOWN.user());
    return new Operator(user, machine(environment), ProcessHandle.current().pid());
  }

  /** Whether input and output are a terminal. From Java 22 on there may be a console without. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isAtTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException untold) {
      return false;
    }
  }

  /** Without a look-up where one can be spared: a name server that is away takes its time. */
  private static String machine(Map<String, String> environment) {
    return onLinux()
        .or(() -> Optional.ofNullable(environment.get("COMPUTERNAME")))
        .or(ThisProcess::byLookUp)
        .orElse(Operator.UNKNOWN.machine());
  }

  private static Optional<String> onLinux() {
    try {
      return Optional.of(Files.readString(NAME_ON_LINUX).strip());
    } catch (IOException elsewhere) {
      return Optional.empty();
    }
  }

  private static Optional<String> byLookUp() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException nameless) {
      return Optional.empty();
    }
  }
}
