package dev.swarmha.engine.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the ssh client is a script for a POSIX shell")
class SshTest {

  private static final Call READ = Call.of("GET", "/services");
  private static final Call WRITE = Call.of("POST", "/services/create").withBody("{\"a\":1}");
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Path directory;

  SshTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static Endpoint endpoint(String host) {
    return new EndpointResolver(Map.of()).resolve(EndpointOptions.host(host));
  }

  private static Transport over(FakeSsh ssh) {
    return over(ssh, Duration.ofSeconds(30));
  }

  private static Transport over(FakeSsh ssh, Duration openingTime) {
    return new Transport(
        endpoint("ssh://root@m1"),
        new SshLines(ssh.command(), openingTime),
        new SystemTimeline(),
        CallLog.NONE);
  }

  @Test
  void callsTheSystemsClientAsTheDockerCliDoes() {
    List<String> words =
        new SshCommand(endpoint("ssh://admin@m1:2222/run/d.sock").ssh().orElseThrow()).words();

    assertThat(String.join(" ", words))
        .endsWith(
            "ssh -o BatchMode=yes -o ConnectTimeout=30 -T -l admin -p 2222 -- m1 docker --host"
                + " unix:///run/d.sock system dial-stdio");
    assertThat(new SshCommand(endpoint("ssh://m1").ssh().orElseThrow()).words())
        .endsWith("-T", "--", "m1", "docker", "system", "dial-stdio");
  }

  @Test
  void carriesOneCallAfterTheOtherOverOneConnection() throws IOException {
    FakeSsh ssh = FakeSsh.engine(directory);
    try (Transport transport = over(ssh)) {
      assertThat(transport.send(WRITE).text()).isEqualTo("POST /services/create {\"a\":1}");
      assertThat(transport.send(READ).text()).isEqualTo("GET /services ");
      assertThat(transport.send(Call.of("GET", "/chunks")).text()).isEqualTo("one two");
      assertThat(transport.send(Call.of("HEAD", "/_ping")).status()).isEqualTo(200);
      assertThat(transport.send(READ).status()).isEqualTo(200);

      assertThat(ssh.startedInAll()).isEqualTo(1);
    }
    ssh.awaitEnd();
  }

  @Test
  void opensAnotherConnectionWhereTheLastOneHasEnded() throws IOException {
    FakeSsh ssh = FakeSsh.engine(directory);
    try (Transport transport = over(ssh)) {
      assertThat(transport.send(Call.of("GET", "/end")).text()).isEqualTo("to the end");
      assertThat(transport.send(READ).status()).isEqualTo(200);

      assertThat(ssh.startedInAll()).isEqualTo(2);
    }
  }

  @Test
  void readsAnAnswerAsItComesAndOthersMeanwhile() throws IOException {
    FakeSsh ssh = FakeSsh.engine(directory);
    try (Transport transport = over(ssh)) {
      Streaming following = transport.open(Call.of("GET", "/follow"));

      byte[] one = following.body().readNBytes(3);

      assertThat(new String(one, StandardCharsets.UTF_8)).isEqualTo("one");
      assertThat(transport.send(READ).status()).isEqualTo(200);
      following.close();
      assertThat(catchThrowable(following.body()::readAllBytes)).isInstanceOf(IOException.class);
      assertThat(transport.send(READ).status()).isEqualTo(200);
      assertThat(ssh.startedInAll()).isEqualTo(2);
    }
    ssh.awaitEnd();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          root@m1: Permission denied (publickey).       | 255 | with any key that ssh has
          Host key verification failed.                 | 255 | connect once with ssh by hand
          ssh: Could not resolve hostname m1: Name or.. | 255 | check the address in --host
          ssh: connect to host m1: Connection refused   | 255 | check the address in --host
          bash: line 1: docker: command not found       | 127 | install the docker CLI over there
          dial unix docker.sock: connect: permission denied | 1 | a member of the socket's group
          failed to open the raw stream connection: no such file | 1 | start Docker over there
          docker: 'system dial-stdio' is not a docker command. | 1 | has to be 18.09 or newer
          something else                                | 1   | something else
          """)
  void saysInSshsWordsWhyThereIsNoConnectionAndWhatToDo(String words, int code, String advice)
      throws IOException {
    String warning = "Warning: Permanently added 'm1' (ED25519) to the list of known hosts.\n";
    FakeSsh ssh = FakeSsh.failing(directory, warning + words, code);
    try (Transport transport = over(ssh)) {
      assertThatThrownBy(() -> transport.send(WRITE))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageStartingWith(
              "cannot reach the Engine at ssh://root@m1 (from --host): " + words)
          .hasMessageContaining(advice)
          .matches(failure -> !((EngineException) failure).mayHaveTakenEffect());
    }
  }

  @Test
  void tellsTheExitCodeOfAClientThatSaysNothing() throws IOException {
    try (Transport transport = over(FakeSsh.failing(directory, "", 3))) {
      assertThatThrownBy(() -> transport.send(READ))
          .hasMessageEndingWith("ssh ended with exit code 3");
    }
  }

  @Test
  void saysThatThereIsNoClient() {
    SshLines lines = new SshLines(List.of("no-such-ssh"), SHORT);
    try (Transport transport =
        new Transport(endpoint("ssh://root@m1"), lines, new SystemTimeline(), CallLog.NONE)) {
      assertThatThrownBy(() -> transport.send(READ.withTimeout(Duration.ofSeconds(20))))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining("install the ssh client");
    }
  }

  @Test
  void leavesItOpenWhetherAChangeWasMadeThatNobodyAnswered() throws IOException {
    FakeSsh ssh = FakeSsh.engine(directory);
    try (Transport transport = over(ssh)) {
      assertThatThrownBy(() -> transport.send(Call.of("POST", "/break").withBody("{}")))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining("broke off: client_loop: send disconnect: Broken pipe")
          .hasMessageContaining("may or may not have been done")
          .matches(failure -> ((EngineException) failure).mayHaveTakenEffect());
      assertThat(transport.send(READ).status()).isEqualTo(200);
    }
  }

  @Test
  void givesUpAClientThatHangsAndEndsIt() throws IOException {
    FakeSsh ssh = FakeSsh.engine(directory);
    try (Transport transport = over(ssh)) {
      transport.send(READ);

      assertThatThrownBy(() -> transport.send(Call.of("GET", "/hang").withTimeout(SHORT)))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessage("the Engine at ssh://root@m1 (from --host) did not answer within 200 ms");
      ssh.awaitEnd();
      assertThat(transport.send(READ).status()).isEqualTo(200);
    }
  }

  @Test
  void givesUpALoginThatHangs() throws IOException {
    FakeSsh ssh = FakeSsh.hanging(directory);
    try (Transport transport = over(ssh, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> transport.send(READ.withTimeout(Duration.ofSeconds(1))))
          .hasMessageEndingWith("did not answer within 2 s");
      ssh.awaitEnd();
    }
  }

  @Test
  void endsTheClientOfACallWhoseThreadIsInterrupted() throws Exception {
    FakeSsh ssh = FakeSsh.engine(directory);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (Transport transport = over(ssh)) {
      transport.send(READ);
      Thread caller =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                thrown.set(catchThrowable(() -> transport.send(Call.of("GET", "/hang"))));
              });

      caller.start();
      caller.join();
      assertThat(thrown.get()).isInstanceOf(EngineInterruptedException.class);
      assertThat(transport.send(READ).status()).isEqualTo(200);
    }
    ssh.awaitEnd();
  }
}
