package dev.swarmha.wait.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.probe.TrustedAuthority;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Against a server whose certificate is for 127.0.0.1 and signed by an authority of these tests
 * alone.
 */
class HttpsProbeTest {

  private static final char[] PASSWORD = "for-tests".toCharArray();

  private final JdkProber prober = new JdkProber(new SystemTimeline());
  private final HttpsServer server;

  HttpsProbeTest() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void trustsAnAuthorityThatIsNamed() throws Exception {
    serve("server.p12");

    ProbeResult result = prober.ask(probe("127.0.0.1", authority("ca.pem")));

    assertThat(result.answer()).isEqualTo("HTTP 200");
    assertThat(result.passed()).isTrue();
  }

  @Test
  void saysWhatToDoAboutAnAuthorityThatNobodyKnows() throws Exception {
    serve("server.p12");

    assertThat(answer("127.0.0.1", Optional.empty()))
        .isEqualTo(
            "TLS failed: the certificate is signed by nobody who is trusted here; name the file of"
                + " its authority with ca in x-swarmha, or with --health-ca");
  }

  @Test
  void trustsNobodyButTheAuthorityThatIsNamed() throws Exception {
    serve("server.p12");

    assertThat(answer("127.0.0.1", authority("other-ca.pem")))
        .isEqualTo("TLS failed: the certificate is not signed by other-ca.pem");
  }

  @Test
  void saysThatACertificateIsForAnotherHost() throws Exception {
    serve("server.p12");

    assertThat(answer("localhost", authority("ca.pem")))
        .startsWith("TLS failed: the certificate is not for this host: ")
        .contains("localhost");
  }

  @Test
  void saysThatACertificateHasExpired() throws Exception {
    serve("expired.p12");

    assertThat(answer("127.0.0.1", authority("ca.pem")))
        .isEqualTo("TLS failed: the certificate has expired");
  }

  @Test
  void isNotLedToAConnectionThatAnyoneCanForge() throws Exception {
    serve("server.p12");
    server.createContext(
        "/plain",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });

    ProbeResult result =
        prober.ask(probe(URI.create(url("127.0.0.1") + "plain"), authority("ca.pem")));

    assertThat(result.passed()).isFalse();
    assertThat(result.answer())
        .isEqualTo("HTTP 302 to http://127.0.0.1:1/, which is not followed from https");
  }

  private void serve(String keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = resource(keys)) {
      store.load(file, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private String answer(String host, Optional<TrustedAuthority> authority)
      throws InterruptedException {
    ProbeResult result = prober.ask(probe(host, authority));
    assertThat(result.passed()).isFalse();
    return result.answer();
  }

  private HealthProbe probe(String host, Optional<TrustedAuthority> authority) {
    return probe(URI.create(url(host)), authority);
  }

  private static HealthProbe probe(URI url, Optional<TrustedAuthority> authority) {
    return new HealthProbe.Http(
        url, StatusRanges.SUCCESS, Optional.empty(), authority, Duration.ofSeconds(10));
  }

  private String url(String host) {
    return "https://" + host + ":" + server.getAddress().getPort() + "/";
  }

  private static Optional<TrustedAuthority> authority(String name) throws IOException {
    try (InputStream file = resource(name)) {
      String pem = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return Optional.of(new TrustedAuthority(name, pem));
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream file = HttpsProbeTest.class.getResourceAsStream("/tls/" + name);
    if (file == null) {
      throw new IOException("no test file " + name);
    }
    return file;
  }
}
