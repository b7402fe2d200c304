package quietstories.web;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import quietstories.engine.Memories;

/** The HTTP server. It answers from its construction until it is closed. */
public final class WebServerDoor implements AutoCloseable {

  private static final int HEADERS = 16 << 10;
  private static final int ADDRESS = 8 << 10;

  /** Longer than any turn may take, since the library counts from the arrival of its request. */
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final WebServer server;
  private final List<Route> described;

  private WebServerDoor(WebServer server, List<Route> described) {
    this.server = server;
    this.described = List.copyOf(described);
  }

  /**
   * Opens the door.
   *
   * @throws IllegalStateException if the address cannot be had
   */
  public static WebServerDoor open(DoorSettings settings, Behind behind) {
    Cors cors = new Cors(settings.origins());
    Access access = new Access(settings.token());
    Lines lines = new Lines();
    ServiceRoutes service =
        new ServiceRoutes(
            access, settings.logLevel(), behind.database(), behind.health(), new StaticFiles());
    List<Route> described = described(settings, behind, service);
    List<Route> all = new ArrayList<>(described);
    all.addAll(service.assets());
    RouteTable table = new RouteTable(all);
    RequestIds ids = new RequestIds();
    Porter porter = new Porter(table, cors, access, lines, settings, behind.requests(), ids);
    WebServer server = server(settings, porter, lines, belowRouting(cors, ids));
    return new WebServerDoor(server.start(), described);
  }

  private static WebServer server(
      DoorSettings settings, Porter porter, Lines lines, DirectHandlers belowRouting) {
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .connectionOptions(new ImpatientSockets(settings.silence()))
        // why: only the classic sockets know a time-out for reading.
        .useNio(false)
        .idleConnectionTimeout(IDLE)
        .shutdownGracePeriod(Duration.ofSeconds(2))
        .directHandlers(belowRouting)
        .errorHandling(handling -> handling.includeEntity(true))
        .protocolsDiscoverServices(false)
        .addProtocol(http1(lines))
        .routing(HttpRouting.builder().addFilter(porter))
        .build();
  }

  private static Http1Config http1(Lines lines) {
    return Http1Config.builder()
        .maxHeadersSize(HEADERS)
        .maxPrologueLength(ADDRESS)
        .validatePath(false)
        .validatePrologue(false)
        .addReceiveListener(lines)
        .build();
  }

  private static DirectHandlers belowRouting(Cors cors, RequestIds ids) {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    BelowRouting handler = new BelowRouting(cors, ids);
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, handler);
    }
    return handlers.build();
  }

  private static List<Route> described(
      DoorSettings settings, Behind behind, ServiceRoutes service) {
    Memories memories = behind.remembering().memories();
    WholeSession whole = new WholeSession(behind.sessions(), memories, behind.health());
    List<Route> routes = new ArrayList<>(service.routes());
    routes.addAll(new ScenarioRoutes(behind.scenarios()).routes());
    routes.addAll(
        new SessionRoutes(behind.sessions(), behind.scenarios(), whole, behind.opened()).routes());
    routes.addAll(new TravelRoutes(behind.travel(), behind.sessions(), whole).routes());
    routes.addAll(new TurnRoutes(behind.turns(), behind.again(), settings.patience()).routes());
    routes.addAll(new MemoryRoutes(behind.sessions(), memories).routes());
    routes.addAll(new RelationshipRoutes(behind.sessions(), memories).routes());
    routes.addAll(
        new EnrichmentRoutes(behind.sessions(), memories, behind.remembering().enrichment())
            .routes());
    routes.addAll(new FigureRoutes(behind.sessions(), memories, behind.clock()).routes());
    routes.addAll(new PromptRoutes(behind.enricher(), behind.templates()).routes());
    routes.addAll(new SettingsRoutes(behind.settings(), behind.ids(), behind.clock()).routes());
    routes.addAll(new OptimizationRoutes(behind.optimizer(), memories).routes());
    routes.addAll(
        new MeasurementRoutes(behind.measurements(), behind.snapshots(), behind.advisor())
            .routes());
    routes.add(Route.get("/metrics", call -> meters(behind.meters(), call)));
    routes.addAll(new RuleRoutes().routes());
    return routes;
  }

  private static Reply meters(MeterPage page, Call call) {
    MeterPage.Written written = page.write(call.headers().first("Accept").orElse(""));
    return Reply.text(200, written.mediaType(), written.text());
  }

  /** Returns the routes that the interface's description names. */
  List<Route> described() {
    return described;
  }

  /** Returns the port on which it answers. */
  public int port() {
    return server.port();
  }

  /** Ends it; requests under way get two seconds. */
  @Override
  public void close() {
    server.stop();
  }
}
