package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LazyTlsTest {

  private final SSLContext before = SSLContext.getDefault();

  LazyTlsTest() throws NoSuchAlgorithmException {}

  @BeforeEach
  void install() {
    LazyTls.install();
  }

  @AfterEach
  void putBack() {
    SSLContext.setDefault(before);
  }

  @Test
  void speaksAsJavasOwnDefaultDoes() throws NoSuchAlgorithmException {
    SSLContext lazy = SSLContext.getDefault();

    SSLEngine engine = lazy.createSSLEngine("example.com", 443);

    assertThat(lazy).isNotSameAs(before);
    assertThat(engine.getSupportedProtocols())
        .isEqualTo(before.createSSLEngine().getSupportedProtocols());
    assertThat(engine.getPeerHost()).isEqualTo("example.com");
    assertThat(lazy.getDefaultSSLParameters().getCipherSuites())
        .isEqualTo(before.getDefaultSSLParameters().getCipherSuites());
    assertThat(lazy.getSocketFactory().getDefaultCipherSuites())
        .isEqualTo(before.getSocketFactory().getDefaultCipherSuites());
  }
}
