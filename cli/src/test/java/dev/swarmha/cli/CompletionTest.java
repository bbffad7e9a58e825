package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.cli.complete.SystemShell;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the completion scripts are answered, and the scripts themselves. */
final class CompletionTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dep                         | deploy",
        "node d                      | demote drain",
        "token ''                    | worker manager",
        "deploy --on                 | --on-failure --only",
        "deploy --on-failure ''      | rollback pause keep",
        "deploy --on-failure=r       | --on-failure=rollback",
        "-vo j                       | json",
        "ls -oj -o                   | ''",
        "--host tcp://a:1 node dr    | drain",
        "join --availability ''      | active pause drain",
        "ls -o json --out            | ''",
        "ls --host a --ho            | --host",
        "ls --tlsverify=             | --tlsverify=true --tlsverify=false",
        "deploy --timeout ''         | ''",
        "deploy -c ''                | ''",
        "ls -- --ou                  | ''",
        "node nosuch ''              | ''",
        "ls --nosuch=                | ''",
        "completion ''               | bash zsh fish",
        "__                          | ''",
      })
  void knowsCommandsOptionsAndTheirWords(String line, String expected) {
    assertThat(values(Cli.alone(), line)).isEqualTo(expected.equals("''") ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ps ''                    | blog shop",
        "rm shop ''               | blog",
        "restart shop_            | shop_db shop_web",
        "wait ''                  | blog shop blog_site shop_db shop_web",
        "scale s                  | shop_db= shop_web=",
        "explain shop_web         | shop_web",
        "explain shop_web.        | shop_web.1 shop_web.2",
        "node drain ''            | n1 n2",
        "node pause n1 ''         | n2",
        "node label n2 ''         | ''",
        "secret rm ''             | db_password",
        "config inspect ''        | site",
        "rollback shop ''         | ''",
        "deploy shop --only ''    | shop_db shop_web",
        "deploy --only=b          | --only=blog_site",
        "ps --context x ''        | blog shop",
        "--context ''             | default",
      })
  void asksTheSwarmForNames(String line, String expected) {
    create("shop_web", "shop", 2);
    create("shop_db", "shop", 1);
    create("blog_site", "blog", 1);
    swarm.advance(Duration.ofSeconds(30));
    cli.input("hello").run("secret", "create", "db_password");
    cli.input("hello").run("config", "create", "site");

    assertThat(values(cli, line)).isEqualTo(expected.equals("''") ? "" : expected);
  }

  @Test
  void offersTheRevisionsOfTheStackTheNewestFirst(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("stack.yml"), "services: {web: {image: 'web:${V:-1}'}}");
    cli.in(directory).run("deploy", "-c", "stack.yml", "shop", "--message", "first");
    cli.variable("V", "2").run("deploy", "-c", "stack.yml", "shop");

    assertThat(cli.run("__complete", "--", "rollback", "shop", "").out().lines())
        .containsExactly("2\tdeployed", "1\tdeployed: first");
    assertThat(values(cli, "config rm ''")).isEmpty();
  }

  @Test
  void saysAFewWordsOfEachName() {
    create("shop_web", "shop", 2);

    assertThat(lines("ps", "")).containsExactly("shop\t1 service");
    assertThat(lines("restart", "")).containsExactly("shop_web\tweb:1");
    assertThat(lines("scale", "")).containsExactly("shop_web=\tnow 2 replicas");
    assertThat(lines("node", "inspect", "")).startsWith("n1\tleader");
    assertThat(lines("his")).containsExactly("history\tList the revisions of a stack");
  }

  @Test
  void asksTheEngineThatTheLineNames() {
    cli.run("__complete", "--", "-H", "n2", "--tlsverify", "--tlscacert=ca.pem", "ps", "");

    EndpointOptions asked = cli.endpoint().orElseThrow();
    assertThat(asked.hosts()).containsExactly("n2");
    assertThat(asked.tls().verify()).contains(true);
    assertThat(asked.tls().ca()).contains(Path.of("ca.pem"));
  }

  @Test
  void leavesTheEngineAloneWhereItIsNotNeeded() {
    cli.run("__complete", "--", "deploy", "--on");
    cli.run("__complete", "--", "explain", "--");

    assertThat(cli.endpoint()).isEmpty();
  }

  @Test
  void keepsSilentWhereNoEngineAnswers() {
    Cli.Run run = Cli.alone().run("__complete", "--", "ps", "");

    assertThat(run).isEqualTo(new Cli.Run(0, "", ""));
    assertThat(Cli.alone().run("__complete")).extracting(Cli.Run::code).isEqualTo(0);
    assertThat(Cli.alone().run("__complete", "--", "--tlscacert", "\0", "ps", ""))
        .isEqualTo(new Cli.Run(0, "", ""));
  }

  @Test
  void doesNotWaitForAnEngineThatNeverAnswers() {
    CountDownLatch never = new CountDownLatch(1);
    StringWriter out = new StringWriter();

    int code =
        new Wiring(
                surroundings(new NeverAnswering(never)),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()))
            .run("__complete", "--", "wait", "");

    assertThat(code).isZero();
    assertThat(out.toString()).isEmpty();
    never.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void isPrintedAsItIsCheckedIn(SystemShell shell) throws IOException {
    Path file = Path.of("../completions").resolve(shell.file());
    String script = Cli.alone().run("completion", shell.name().toLowerCase(Locale.ROOT)).out();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, script);
    }

    assertThat(script).isEqualTo(Files.readString(file));
  }

  private void create(String name, String stack, int replicas) {
    swarm
        .connection()
        .swarm()
        .create(
            ResourceKind.SERVICE,
            ServiceSpecBuilder.service(name, "web:1").stack(stack).replicas(replicas).build(),
            WriteOptions.NONE);
  }

  private List<String> lines(String... words) {
    List<String> arguments = new ArrayList<>(List.of("__complete", "--"));
    arguments.addAll(List.of(words));
    return cli.run(arguments.toArray(String[]::new)).out().lines().toList();
  }

  /** The candidates for the last word of a line, an empty one being written as two quotes. */
  private static String values(Cli cli, String line) {
    List<String> arguments = new ArrayList<>(List.of("__complete", "--"));
    for (String word : line.split(" ", -1)) {
      arguments.add(word.equals("''") ? "" : word);
    }
    Cli.Run run = cli.run(arguments.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    return String.join(" ", run.out().lines().map(each -> each.split("\t", -1)[0]).toList());
  }

  private static Surroundings surroundings(Surroundings.Engines engines) {
    return new Surroundings(
        Map.of(),
        Path.of(""),
        InputStream.nullInputStream(),
        engines,
        InMemorySwarm.withNodes("n1").timeline(),
        probe -> {
          throw new AssertionError("nothing asks for health here");
        });
  }

  /** Engines at which a connection hangs. */
  private record NeverAnswering(CountDownLatch never) implements Surroundings.Engines {
    @Override
    public EngineConnection connect(EndpointOptions endpoint) {
      try {
        never.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("nobody waits any more");
    }

    @Override
    public Executor sideBySide() {
      return task -> {
        Thread thread = new Thread(task, "question");
        thread.setDaemon(true);
        thread.start();
      };
    }
  }
}
