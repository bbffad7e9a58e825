package dev.swarmha.lab.terminal;

import static dev.swarmha.lab.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.LabSwarm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A terminal, by tmux, in which one program runs that finds {@code swarmha} on its path. Whatever
 * is waited for may take long: the machine may be busy with other labs.
 */
public final class Screen implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path socket;
  private int attempts;

  private Screen(Path socket) {
    this.socket = requireNonNull(socket, "socket");
  }

  /**
   * Opens a terminal of 80 columns and 24 rows.
   *
   * @param home a directory for all that the program writes, tmux's socket among it
   * @param variables its environment, beside those that it needs
   */
  public static Screen open(
      LabSwarm lab, Path home, Map<String, String> variables, String... program) {
    Screen screen = new Screen(home.resolve("tmux"));
    List<String> words = new ArrayList<>(List.of("-f", "/dev/null", "-u", "new-session", "-d"));
    words.addAll(List.of("-x", "80", "-y", "24", "-s", "screen"));
    words.addAll(List.of("-c", lab.project().resolve("lab").toString()));
    words.addAll(List.of("env", "--ignore-environment", "--default-signal=INT"));
    environment(lab, home, variables).forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(List.of(program));
    words.addAll(List.of(";", "set-option", "-g", "status", "off"));
    screen.tmux(words);
    screen.resize(80, 24);
    return screen;
  }

  private static Map<String, String> environment(
      LabSwarm lab, Path home, Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>();
    all.put("HOME", home.toString());
    all.put("LC_ALL", "C.UTF-8");
    all.put("PS1", "$ ");
    all.put("TERM", "screen-256color");
    Path bin = lab.project().resolve("cli/target/swarmha/bin");
    all.put("PATH", bin + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    all.put("SWARMHA_CACHE", lab.project().resolve("lab/target/cache").toString());
    String java = System.getenv("JAVA_HOME");
    if (java != null) {
      all.put("JAVA_HOME", java);
    }
    all.putAll(variables);
    return all;
  }

  /** Makes it larger or smaller, as when somebody pulls at the edge of its window. */
  void resize(int columns, int rows) {
    tmux(List.of("resize-window", "-t", "screen", "-x", "" + columns, "-y", String.valueOf(rows)));
  }

  /** Types words as they are. */
  public Screen type(String text) {
    tmux(List.of("send-keys", "-t", "screen", "-l", "--", text));
    return this;
  }

  /** Types a line. */
  public Screen enter(String line) {
    return type(line).press("Enter");
  }

  /** Presses keys by their names for tmux: {@code Enter}, {@code Tab}, {@code C-c}. */
  public Screen press(String... keys) {
    for (String key : keys) {
      tmux(List.of("send-keys", "-t", "screen", key));
    }
    return this;
  }

  /** Waits until some part of what is shown matches; {@code ^} and {@code $} are for lines. */
  public Screen see(String pattern) {
    Pattern wanted = Pattern.compile(pattern, Pattern.MULTILINE);
    eventually(() -> assertThat(text()).containsPattern(wanted), PATIENCE);
    return this;
  }

  /** Has our own shell look at the swarm, until its prompt is the one that is wanted. */
  public Screen awaitPrompt(String wanted) {
    eventually(
        () -> {
          // The blank keeps the line out of the history.
          String mark = "seen-" + ++attempts;
          enter(" !echo " + mark).see("^" + mark + "\n[^\n]*>\\Z");
          assertThat(text()).containsPattern(wanted + ">\\Z");
        },
        PATIENCE);
    return this;
  }

  /**
   * Types the beginning of a line and presses Tab, until that makes the line that is wanted: no
   * names are offered, or not all, while an Engine is slow. The line is empty afterwards.
   */
  Screen complete(String beginning, String wanted) {
    eventually(
        () -> {
          // Typed behind Tab, it is shown when that has done what it does.
          String mark = "#" + ++attempts;
          press("C-u").type(beginning).press("Tab").type(mark).see(mark + "$");
          assertThat(text()).containsPattern("[>$%] " + Pattern.quote(wanted) + " ?" + mark);
        },
        PATIENCE);
    return press("C-u").see("[>$%]\\Z");
  }

  /** What is shown now, without blanks at the ends of lines. */
  String text() {
    return tmux(List.of("capture-pane", "-p", "-t", "screen"))
        .replaceAll("(?m) +$", "")
        .stripTrailing();
  }

  /** What is shown now, with the codes for colours. */
  String colored() {
    return tmux(List.of("capture-pane", "-e", "-p", "-t", "screen")).stripTrailing();
  }

  private String tmux(List<String> words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("TMUX");
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
      return said;
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot run tmux", broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while tmux ran", interrupted);
    }
  }

  /** Ends the terminal and what runs in it. */
  @Override
  public void close() {
    tmux(List.of("kill-server"));
  }
}
