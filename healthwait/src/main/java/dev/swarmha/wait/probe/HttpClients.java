package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.TrustedAuthority;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One client for each authority that is trusted, made when it is first needed. */
final class HttpClients {

  private final Map<Optional<TrustedAuthority>, HttpClient> clients = new ConcurrentHashMap<>();

  HttpClient trusting(Optional<TrustedAuthority> authority) {
    return clients.computeIfAbsent(authority, HttpClients::client);
  }

  private static HttpClient client(Optional<TrustedAuthority> authority) {
    // Offering HTTP/2 on a plain connection, as the client would, confuses some servers.
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    authority.ifPresent(trusted -> client.sslContext(context(trusted)));
    return client.build();
  }

  private static SSLContext context(TrustedAuthority authority) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (X509Certificate certificate : authority.certificates()) {
        store.setCertificateEntry("ca" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("Java cannot trust " + authority.name(), broken);
    }
  }
}
