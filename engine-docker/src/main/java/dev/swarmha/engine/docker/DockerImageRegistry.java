package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.docker.transport.AnswerTime;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.wire.Filters;
import dev.swarmha.engine.docker.wire.ManifestReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Image registries through the Engine's {@code /distribution}. */
final class DockerImageRegistry implements ImageRegistry {

  private final EngineApi api;

  DockerImageRegistry(EngineApi api) {
    this.api = api;
  }

  @Override
  public Optional<ImageManifest> inspect(String reference, Optional<RegistryAuth> auth) {
    // The reference is the rest of the path, slashes included (moby
    // api/server/router/distribution).
    String path = "/distribution/" + Filters.escaped(reference).replace("%2F", "/") + "/json";
    try {
      Call call =
          Call.of("GET", path).withHeaders(EngineApi.headers(auth)).within(AnswerTime.REGISTRY);
      return ManifestReader.read(api.get("inspect image " + reference, call));
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException unknown) {
      return Optional.empty();
    }
  }

  /** One look-up takes the Engine as long as the registry takes, and so do several. */
  @Override
  public List<Optional<ImageManifest>> inspectAll(
      List<String> references, RegistryCredentials credentials) {
    Map<String, Optional<RegistryAuth>> auths = new HashMap<>();
    references.forEach(image -> auths.computeIfAbsent(image, credentials::forImage));
    return SideBySide.ask(
        references, image -> inspect(image, auths.getOrDefault(image, Optional.empty())));
  }
}
