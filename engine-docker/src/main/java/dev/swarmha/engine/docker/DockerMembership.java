package dev.swarmha.engine.docker;

import static java.util.Locale.ROOT;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.docker.transport.AnswerTime;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.wire.Filters;
import dev.swarmha.engine.docker.wire.SettingsReader;
import java.util.Map;
import java.util.Optional;

/** One Engine's membership through its own API. */
final class DockerMembership implements SwarmMembership {

  /** What the docker CLI sends; an address pool is not valid without it. */
  private static final int SUBNET_SIZE = 24;

  private final EngineApi api;

  DockerMembership(EngineApi api) {
    this.api = api;
  }

  @Override
  public ResourceId initialize(InitRequest request) {
    Mapping.Builder body =
        Mapping.builder()
            .put("ListenAddr", request.listenAddress())
            .put("AdvertiseAddr", request.advertiseAddress().orElse(""))
            .put("DataPathAddr", request.dataPathAddress().orElse(""))
            .put("AutoLockManagers", request.autolock())
            .put("Spec", spec(request));
    if (!request.defaultAddressPools().isEmpty()) {
      body.put("DefaultAddrPool", Document.texts(request.defaultAddressPools()));
      body.put("SubnetSize", request.subnetSize().orElse(SUBNET_SIZE));
    }
    Document answer = api.post("form a swarm", call("/swarm/init"), body.build());
    return new ResourceId(answer.asText().orElse(""));
  }

  /** The Engine locks a swarm whose spec says so; the field beside it is what it starts with. */
  private static Mapping spec(InitRequest request) {
    return request.autolock()
        ? Mapping.of("EncryptionConfig", Mapping.of("AutoLockManagers", Document.bool(true)))
        : Mapping.empty();
  }

  @Override
  public void join(JoinRequest request) {
    Mapping.Builder body =
        Mapping.builder()
            .put("ListenAddr", request.listenAddress())
            .put("AdvertiseAddr", request.advertiseAddress().orElse(""))
            .putIfPresent("DataPathAddr", request.dataPathAddress().map(Document::text))
            .put("RemoteAddrs", Document.texts(request.remoteAddresses()))
            .put("JoinToken", request.token());
    request
        .availability()
        .ifPresent(availability -> body.put("Availability", availability.name().toLowerCase(ROOT)));
    api.post(
        "join the swarm at " + String.join(", ", request.remoteAddresses()),
        call("/swarm/join"),
        body.build());
  }

  @Override
  public void leave(boolean force) {
    api.post("leave the swarm", call("/swarm/leave?force=" + force), Mapping.empty());
  }

  @Override
  public void strikeOff(ResourceId node) {
    try {
      api.delete("remove node " + node, "/nodes/" + Filters.escaped(node.value()) + "?force=true");
    } catch (NotFoundException alreadyGone) {
      return;
    }
  }

  private static Call call(String path) {
    return Call.of("POST", path).within(AnswerTime.MEMBERSHIP);
  }

  @Override
  public Optional<String> unlockKey() {
    return api.get("read the unlock key", "/swarm/unlockkey")
        .text("UnlockKey")
        .filter(key -> !key.isEmpty());
  }

  @Override
  public SwarmSettings settings() {
    return SettingsReader.read(api.get("read the settings of the swarm", "/swarm"));
  }

  @Override
  public void change(SwarmSettings observed, Mapping spec) {
    api.post(
        "change the settings of the swarm",
        "/swarm/update?version=" + observed.version().index(),
        spec,
        Map.of());
  }

  @Override
  public JoinTokens tokens() {
    Mapping tokens = api.get("read the join tokens", "/swarm").mapping("JoinTokens");
    return new JoinTokens(tokens.text("Worker").orElse(""), tokens.text("Manager").orElse(""));
  }

  @Override
  public JoinTokens rotateToken(Node.Role role) {
    String parameter =
        switch (role) {
          case MANAGER -> "rotateManagerToken";
          case WORKER -> "rotateWorkerToken";
          case UNKNOWN -> throw new IllegalArgumentException("no role to rotate the token of");
        };
    String purpose = "rotate the " + role.name().toLowerCase(ROOT) + "s' join token";
    Mapping swarm = api.get(purpose, "/swarm");
    long version = swarm.at("Version", "Index").flatMap(Document::asLong).orElse(0L);
    api.post(
        purpose,
        "/swarm/update?version=" + version + "&" + parameter + "=true",
        swarm.mapping("Spec"),
        Map.of());
    return tokens();
  }
}
