package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.endpoint.EndpointException;
import dev.swarmha.engine.docker.endpoint.TlsFiles;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes Java's TLS context of PEM files, so that no other authority and no other key is used. */
final class TlsContext {

  private static final char[] NO_PASSWORD = {};

  private TlsContext() {}

  /**
   * Reads the files.
   *
   * @throws EndpointException when one of them cannot be used
   */
  static SSLContext of(TlsFiles files) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager @Nullable [] keys =
          files.client().isPresent() ? identity(files.client().get()) : null;
      context.init(keys, trust(files), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new EndpointException("cannot prepare TLS: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] identity(ClientIdentity identity)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> chain = Pem.read(identity.certificate()).certificates();
    String algorithm = chain.get(0).getPublicKey().getAlgorithm();
    PrivateKey key = Pem.read(identity.key()).key(algorithm);
    KeyStore store = emptyStore();
    store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trust(TlsFiles files)
      throws GeneralSecurityException, IOException {
    if (!files.verifies()) {
      return new TrustManager[] {new TrustInAnybody()};
    }
    return files.ca().isPresent() ? trust(files.ca().get()) : null;
  }

  private static TrustManager[] trust(Path ca) throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    List<X509Certificate> authorities = Pem.read(ca).certificates();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("ca" + i, authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
