package dev.swarmha.engine.docker.transport;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about what an ssh client, or the docker CLI that it has started, has written. */
enum SshAdvice {
  HOST_KEY(
      "connect once with ssh by hand, and compare the host's key before you accept it",
      "host key verification failed",
      "remote host identification has changed"),
  KEY(
      "it does not accept this user with any key that ssh has: check the user in"
          + " ssh://USER@HOST, ssh-agent and ~/.ssh/config",
      "permission denied (",
      "too many authentication failures"),
  SOCKET(
      "the user may not speak to Docker over there: make it a member of the socket's group (usually"
          + " docker)",
      "docker.sock: connect: permission denied",
      "permission denied while trying to connect"),
  NO_ENGINE(
      "start Docker over there, or name its socket as in ssh://HOST/run/docker.sock",
      "failed to open the raw stream connection",
      "cannot connect to the docker daemon"),
  NO_DOCKER(
      "install the docker CLI over there, where a shell without a terminal finds it",
      "docker: command not found",
      "docker: not found",
      "docker: no such file"),
  OLD_DOCKER(
      "the docker CLI over there has to be 18.09 or newer",
      "is not a docker command",
      "unknown command"),
  NO_CLIENT("install the ssh client (openssh-client) on this machine", "cannot run program"),
  ADDRESS(
      "check the address in --host or DOCKER_HOST, and ~/.ssh/config",
      "could not resolve hostname",
      "connection refused",
      "connection timed out",
      "no route to host",
      "network is unreachable");

  private final String advice;
  private final Pattern signs;

  SshAdvice(String advice, String... signs) {
    String either = Stream.of(signs).map(Pattern::quote).collect(Collectors.joining("|"));
    this.advice = advice;
    this.signs = Pattern.compile(either, Pattern.CASE_INSENSITIVE);
  }

  static Optional<String> of(String words) {
    return Stream.of(values())
        .filter(each -> each.signs.matcher(words).find())
        .map(each -> each.advice)
        .findFirst();
  }
}
