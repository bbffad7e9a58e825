package dev.swarmha.cli;

import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Java's own default for TLS, made when it is first used. The HTTP clients of docker-java and of
 * the JDK ask for it also where they have been given another or need none, and reading all
 * authorities of the machine takes longer than the rest of a short command.
 */
final class LazyTls extends SSLContextSpi {

  private @Nullable SSLContext made;

  private LazyTls() {}

  /** Makes it the default of this process. */
  static void install() {
    SSLContext.setDefault(new Context(new LazyTls()));
  }

  private synchronized SSLContext real() {
    SSLContext known = made;
    if (known != null) {
      return known;
    }
    try {
      SSLContext context = SSLContext.getInstance("Default");
      made = context;
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("Java cannot make its default for TLS", broken);
    }
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("the default is there already");
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    return real().getSocketFactory();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    return real().getServerSocketFactory();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return real().createSSLEngine();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return real().createSSLEngine(host, port);
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return real().getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return real().getClientSessionContext();
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return real().getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return real().getSupportedSSLParameters();
  }

  /** Only a subclass can be made without a provider. */
  private static final class Context extends SSLContext {

    Context(LazyTls tls) {
      super(tls, null, "Default");
    }
  }
}
