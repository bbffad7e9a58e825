package dev.swarmha.engine.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.EndpointException;
import dev.swarmha.engine.docker.endpoint.TlsFiles;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a server that wants one of two client certificates. */
@TestInstance(Lifecycle.PER_CLASS)
class TlsTest {

  private final Path directory;
  private final TestIdentity engine;
  private final TestIdentity rsa;
  private final TestIdentity curve;
  private final HttpsServer server;

  TlsTest(@TempDir Path directory) throws IOException, GeneralSecurityException {
    this.directory = directory;
    this.engine = TestIdentity.make(directory, "engine", "EC");
    this.rsa = TestIdentity.make(directory, "rsa", "RSA");
    this.curve = TestIdentity.make(directory, "curve", "EC");
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = serverContext();
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters changed = context.getDefaultSSLParameters();
            changed.setNeedClientAuth(true);
            parameters.setSSLParameters(changed);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
  }

  private SSLContext serverContext() throws GeneralSecurityException, IOException {
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("rsa", rsa.store().getCertificate("rsa"));
    known.setCertificateEntry("curve", curve.store().getCertificate("curve"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(known);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(engine.store(), TestIdentity.PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @BeforeAll
  void start() {
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private TlsFiles files(TestIdentity authority, String certificate, String key)
      throws IOException {
    return new TlsFiles(
        Optional.of(file("ca.pem", authority.certificatePem())),
        Optional.of(new ClientIdentity(file("cert.pem", certificate), file("key.pem", key))));
  }

  private Reply ask(URI uri, TlsFiles files) {
    Endpoint endpoint = new Endpoint(uri, Optional.of(files), "from --host");
    try (Transport transport = Transport.to(endpoint, new SystemTimeline(), CallLog.NONE)) {
      return transport.send(Call.of("GET", "/info"));
    }
  }

  private URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
  }

  private record Format(String name, boolean isRsa, Function<TestIdentity, String> key) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Format> formats() {
    return Stream.of(
        new Format("RSA in PKCS #8", true, TestIdentity::pkcs8Pem),
        new Format("RSA in PKCS #1", true, TestIdentity::pkcs1Pem),
        new Format("elliptic curve in PKCS #8", false, TestIdentity::pkcs8Pem),
        new Format("elliptic curve in SEC 1", false, TestIdentity::sec1Pem));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void provesItsIdentityWithKeysOfEachFormat(Format format) throws IOException {
    TestIdentity client = format.isRsa() ? rsa : curve;

    Reply reply = ask(uri(), files(engine, client.certificatePem(), format.key().apply(client)));

    assertThat(reply.status()).isEqualTo(204);
  }

  @Test
  void trustsNobodyButTheNamedAuthority() throws IOException {
    TlsFiles files = files(rsa, rsa.certificatePem(), rsa.pkcs8Pem());

    assertThatThrownBy(() -> ask(uri(), files))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("cannot reach the Engine at " + uri() + " (from --host): TLS failed")
        .hasMessageContaining("its certificate is not signed by the authority");
  }

  @Test
  void saysThatTheCertificateIsForOtherNames() throws IOException {
    TlsFiles files = files(engine, rsa.certificatePem(), rsa.pkcs8Pem());
    URI otherName = URI.create("tcp://localhost:" + server.getAddress().getPort());

    assertThatThrownBy(() -> ask(otherName, files))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("cannot reach the Engine at " + otherName)
        .hasMessageContaining("its certificate is for other names")
        .matches(failure -> !((EngineException) failure).mayHaveTakenEffect());
  }

  @Test
  void asksForNoProofWhereSomebodyWantsNone() throws IOException {
    TlsFiles files = files(rsa, rsa.certificatePem(), rsa.pkcs8Pem());
    TlsFiles unverified = new TlsFiles(files.ca(), files.client(), false);
    URI otherName = URI.create("tcp://localhost:" + server.getAddress().getPort());

    assertThat(ask(otherName, unverified).status()).isEqualTo(204);
  }

  @Test
  void saysThatTheClientCertificateIsNotAccepted() throws IOException {
    TlsFiles files = files(engine, engine.certificatePem(), engine.pkcs8Pem());

    assertThatThrownBy(() -> ask(uri(), files))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("it does not accept the client certificate");
  }

  @Test
  void saysThatTheEngineDoesNotSpeakTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answerBadRequest(plain));
      TlsFiles files = files(engine, rsa.certificatePem(), rsa.pkcs8Pem());
      URI address = URI.create("tcp://127.0.0.1:" + plain.getLocalPort());

      assertThatThrownBy(() -> ask(address, files))
          .isInstanceOf(EngineUnreachableException.class)
          .hasMessageContaining("the Engine does not speak TLS there");
      answer.join();
    }
  }

  private static void answerBadRequest(ServerSocket server) {
    try (Socket connection = server.accept()) {
      byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      connection.getOutputStream().write(answer);
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesFilesThatHoldSomethingElse() throws IOException {
    String encrypted = TestIdentity.pem("ENCRYPTED PRIVATE KEY", new byte[] {1});

    assertThatThrownBy(() -> ask(uri(), files(engine, rsa.certificatePem(), encrypted)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("is protected by a passphrase");
    assertThatThrownBy(() -> ask(uri(), files(engine, rsa.certificatePem(), "nothing")))
        .hasMessage("there is no private key in " + directory.resolve("key.pem"));
    assertThatThrownBy(() -> ask(uri(), files(engine, rsa.pkcs8Pem(), rsa.pkcs8Pem())))
        .hasMessage("there is no certificate in " + directory.resolve("cert.pem"));
    assertThatThrownBy(() -> ask(uri(), files(engine, rsa.certificatePem(), curve.pkcs8Pem())))
        .hasMessageContaining("is damaged, or it is not that of the certificate");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    TlsFiles files = new TlsFiles(Optional.of(directory.resolve("none.pem")), Optional.empty());

    assertThatThrownBy(() -> ask(uri(), files))
        .isInstanceOf(EndpointException.class)
        .hasMessage("the TLS file " + directory.resolve("none.pem") + " does not exist");
  }
}
