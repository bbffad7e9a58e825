package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ssh server on a node, for one test, and clients with keys that it knows or does not know. */
final class SshServer implements AutoCloseable {

  private static final String PORT = "2222";
  private static final String HOME = "/run/lab-ssh";

  private final LabSwarm lab;
  private final String node;
  private final Path directory;

  private SshServer(LabSwarm lab, String node, Path directory) {
    this.lab = lab;
    this.node = node;
    this.directory = directory;
  }

  /**
   * Starts one.
   *
   * @param directory for the keys of both sides
   */
  static SshServer start(LabSwarm lab, String node, Path directory) throws IOException {
    SshServer server = new SshServer(lab, node, directory);
    for (String key : new String[] {"host", "known", "unknown"}) {
      Host.run(directory, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
    }
    lab.exec(node, "mkdir", "-p", "-m", "700", HOME, "/run/sshd");
    server.give("host", server.read("host"));
    server.give("keys", server.read("known.pub"));
    server.give(
        "config",
        """
        Port %s
        ListenAddress %s
        HostKey %3$s/host
        AuthorizedKeysFile %3$s/keys
        PidFile %3$s/pid
        UsePAM no
        StrictModes no
        PermitRootLogin yes
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        SetEnv PATH=/usr/local/bin:/usr/bin:/bin
        """
            .formatted(PORT, lab.address(node), HOME));
    lab.exec(node, "/usr/sbin/sshd", "-f", HOME + "/config");
    return server;
  }

  private void give(String name, String content) {
    lab.exec(
        node,
        "sh",
        "-c",
        "umask 077; printf '%s' \"$1\" > \"$2\"",
        "sh",
        content,
        HOME + "/" + name);
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name), UTF_8);
  }

  String endpoint(String user) {
    return "ssh://" + user + "@" + lab.address(node) + ":" + PORT;
  }

  /** A program whose ssh has this key, {@code known} or {@code unknown}, and knows the server. */
  Program client(Program program, String key) throws IOException {
    String host = "[" + lab.address(node) + "]:" + PORT + " " + read("host.pub");
    return client(program, key, host);
  }

  /** A program whose ssh has never seen the server. */
  Program stranger(Program program) throws IOException {
    return client(program, "known", "");
  }

  /** The ssh client does not look at HOME, so one that is told its files stands before it. */
  private Program client(Program program, String key, String knownHosts) throws IOException {
    Path own = Files.createTempDirectory(directory, "client");
    Files.writeString(own.resolve("known_hosts"), knownHosts);
    Files.writeString(
        own.resolve("config"),
        """
        Host *
          IdentityFile %s
          IdentitiesOnly yes
          IdentityAgent none
          StrictHostKeyChecking yes
          UserKnownHostsFile %s
          GlobalKnownHostsFile /dev/null
        """
            .formatted(directory.resolve(key), own.resolve("known_hosts")));
    Path ssh = own.resolve("ssh");
    Files.writeString(
        ssh, "#!/bin/sh\nexec /usr/bin/ssh -F '" + own.resolve("config") + "' \"$@\"\n");
    if (!ssh.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + ssh + " executable");
    }
    return program.asProcess().with("PATH", own + ":" + System.getenv("PATH"));
  }

  @Override
  public void close() {
    lab.exec(node, "sh", "-c", "kill \"$(cat " + HOME + "/pid)\"; rm -r " + HOME);
  }
}
