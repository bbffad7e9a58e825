package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.RegistryAuth;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A registry that has every image of the world but those that are missing. */
final class InMemoryRegistry implements ImageRegistry {

  private static final List<Platform> PLATFORMS =
      List.of(new Platform("amd64", "linux"), new Platform("arm64", "linux"));

  private final EngineCalls calls;

  InMemoryRegistry(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<ImageManifest> inspect(String reference, Optional<RegistryAuth> auth) {
    try {
      return calls.ask("inspect", reference, () -> read(reference));
    } catch (EngineException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<ImageManifest> read(String reference) {
    if (calls.world().images().behaviour(reference).missing()) {
      return Optional.empty();
    }
    return Optional.of(new ImageManifest(digest(reference), PLATFORMS));
  }

  /** The same for the same image at all times. */
  static String digest(String reference) {
    byte[] name = ImageLibrary.name(reference).getBytes(StandardCharsets.UTF_8);
    return "sha256:" + Payload.of(name).digest();
  }
}
