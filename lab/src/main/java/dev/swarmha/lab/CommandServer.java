package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.RealSurroundings;
import dev.swarmha.cli.Wiring;
import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.deploy.Operator;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Runs the calls of {@code swarmha} of a shell within the Java of the tests, where a process of its
 * own for each would cost most of the processor time of a tour. In the shell it is a program like
 * any other: with the shell's variables, its directory, and its open files.
 */
final class CommandServer implements AutoCloseable {

  /** As the program names it, whatever Java prefers. */
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private static final String PROGRAM =
      """
      #!/bin/bash
      # Hands this command line to the tests, which find its files by the number of this process:
      # they have to be its own all the while, so that it writes and reads beside them.
      exec 3<>/dev/tcp/127.0.0.1/%d
      (printf '%%s\\0' "$$" "$PWD" "$#" "$@"; env --null; printf '\\0') >&3
      read -r -u 3 code
      exit "$code"
      """;

  private final ServerSocket server;
  private final List<Thread> calls = new CopyOnWriteArrayList<>();

  private CommandServer(ServerSocket server) {
    this.server = requireNonNull(server, "server");
  }

  /**
   * Begins to serve.
   *
   * @param bin a directory for the program that the shell finds
   */
  static CommandServer start(Path bin) throws IOException {
    CommandServer started =
        new CommandServer(new ServerSocket(0, 0, InetAddress.getByAddress(LOOPBACK)));
    Files.createDirectories(bin);
    Path program = bin.resolve("swarmha");
    Files.writeString(program, PROGRAM.formatted(started.server.getLocalPort()), UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    thread(started::serve).start();
    return started;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "swarmha of a shell");
    thread.setDaemon(true);
    return thread;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket call = server.accept();
        Thread thread = thread(() -> answer(call));
        calls.add(thread);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(Socket call) {
    try (call) {
      int code = run(new BufferedInputStream(call.getInputStream()));
      call.getOutputStream().write((code + "\n").getBytes(UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int run(InputStream call) throws IOException {
    String files = "/proc/" + next(call) + "/fd/";
    Path directory = Path.of(next(call));
    String[] arguments = new String[Integer.parseInt(next(call))];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = next(call);
    }
    Map<String, String> environment = environment(call);
    try (InputStream in = new BufferedInputStream(new FileInputStream(files + "0"));
        PrintWriter out = writer(files + "1");
        PrintWriter err = writer(files + "2")) {
      Surroundings real = RealSurroundings.of(environment, directory, in);
      return new Wiring(atALaptop(real), out, err).run(arguments);
    }
  }

  private static Surroundings atALaptop(Surroundings real) {
    return new Surroundings(
        real.environment(),
        real.directory(),
        real.input(),
        real.engines(),
        real.timeline(),
        real.prober(),
        new Operator(real.operator().user(), LabShell.MACHINE, real.operator().process()));
  }

  private static PrintWriter writer(String file) throws IOException {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(file, true), UTF_8));
  }

  private static Map<String, String> environment(InputStream call) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    for (String entry = next(call); !entry.isEmpty(); entry = next(call)) {
      int name = entry.indexOf('=');
      environment.put(entry.substring(0, name), entry.substring(name + 1));
    }
    return environment;
  }

  /** The text up to the next zero. */
  private static String next(InputStream call) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int next = call.read(); next > 0; next = call.read()) {
      text.write(next);
    }
    return text.toString(UTF_8);
  }

  /** Ends it, and the calls that are under way. */
  @Override
  public void close() {
    calls.forEach(Thread::interrupt);
    try {
      server.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
