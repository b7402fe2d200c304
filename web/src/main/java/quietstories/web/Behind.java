package quietstories.web;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import quietstories.authoring.Enricher;
import quietstories.authoring.PromptTemplates;
import quietstories.authoring.Scenarios;
import quietstories.engine.Advisor;
import quietstories.engine.Measurements;
import quietstories.engine.ModelHealth;
import quietstories.engine.Optimizer;
import quietstories.engine.Remembering;
import quietstories.engine.Sessions;
import quietstories.engine.SettingsStore;
import quietstories.engine.Snapshots;
import quietstories.engine.TimeTravel;
import quietstories.story.Session;

/**
 * Everything that lies behind the door.
 *
 * @param opened hears of each session that a player opens, and returns at once
 * @param requests hears of every request
 * @param database whether the store answers now
 * @param ids gives a new id each time
 * @param clock dates what the door itself stores
 */
public record Behind(
    TurnPlayer turns,
    TurnReplayer again,
    TimeTravel travel,
    Sessions sessions,
    Consumer<Session> opened,
    Scenarios scenarios,
    Enricher enricher,
    PromptTemplates templates,
    Remembering remembering,
    Optimizer optimizer,
    Measurements measurements,
    Snapshots snapshots,
    Advisor advisor,
    MeterPage meters,
    RequestWatcher requests,
    ModelHealth health,
    SettingsStore settings,
    BooleanSupplier database,
    Supplier<String> ids,
    InstantSource clock) {}
