package dev.swarmha.engine.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A TLS connection of docker-java's, on which both sides have proved who they are. */
final class DockerJavaLine implements Line {

  private final DockerHttpClient client;

  private DockerJavaLine(DockerHttpClient client) {
    this.client = client;
  }

  /** Each line has a connection of its own, so that none is one that has gone stale in a pool. */
  static Source to(Endpoint endpoint, SSLContext tls) {
    return new Source() {
      @Override
      public Line line(Duration silence) {
        return new DockerJavaLine(
            new ZerodepDockerHttpClient.Builder()
                .dockerHost(endpoint.uri())
                .sslConfig(() -> tls)
                .maxConnections(1)
                .connectionTimeout(CONNECT_TIMEOUT)
                .responseTimeout(silence)
                .build());
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Answer execute(Call call) {
    Response response = client.execute(request(call));
    Map<String, String> headers = new HashMap<>();
    response.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Answer(response.getStatusCode(), headers, response.getBody());
  }

  private static Request request(Call call) {
    Request.Builder request = Request.builder();
    request.method(call.method()).path(call.path()).headers(call.headers());
    call.body().ifPresent(body -> request.putHeader("Content-Type", "application/json"));
    if (!call.method().equals("HEAD")) {
      request.body(sentOnce(call.body().orElse("")));
    }
    return request.build();
  }

  /**
   * The HTTP client repeats a request of any method that was answered 503 or 429, and cannot be
   * told not to; but it never repeats one whose body it could not read again. Hence a stream, and
   * an empty one where there is nothing to send.
   */
  private static InputStream sentOnce(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
