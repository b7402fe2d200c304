package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.story.Entity;

class DescriptionTest {

  @Test
  void aPlaceEndsWhereTheNextThingBegins() {
    Description read =
        Description.read(
            "In the space station Halcyon the air recycler fails, and engineer Ines Okafor must find"
                + " out who sabotaged it before the oxygen runs out.");
    assertThat(read.place()).contains("the space station Halcyon");
    assertThat(read.hero()).contains("Ines Okafor");
    assertThat(read.role()).contains("the engineer");
    assertThat(read.goal()).contains("find out who sabotaged the air recycler");
    assertThat(read.danger().orElse("")).doesNotContain("runs");
  }

  @Test
  void aNamedPlaceIsNoHero() {
    Description read =
        Description.read(
            "In a lighthouse called Gull Point the lamp is out, and Mira must relight it before the"
                + " storm comes.");
    assertThat(read.place()).contains("Gull Point");
    assertThat(read.hero()).contains("Mira");
    assertThat(read.goal()).contains("relight the lamp");
  }

  @Test
  void aPlaceWithAnAdjectiveIsNoHeroAndAPersonIsNoPlace() {
    Description read =
        Description.read(
            "A young smuggler in a flooded Venice wants to steal back her father's glass lion from"
                + " the Doge before the tide rises.");
    assertThat(read.hero()).isEmpty();
    assertThat(read.role()).contains("a young smuggler");
    assertThat(read.place()).contains("the flooded Venice");
    assertThat(read.goal()).contains("steal back your father's glass lion from the Doge");
    assertThat(read.danger()).contains("the tide");
  }

  @Test
  void aRoleEndsWhereItsPlaceOrItsDeedBegins() {
    Description mars =
        Description.read("You are the last gardener on Mars and have to save the seeds.");
    assertThat(mars.hero()).isEmpty();
    assertThat(mars.role()).contains("the last gardener");
    assertThat(mars.place()).contains("Mars");
    Description door =
        Description.read("A lighthouse keeper finds a door in the rock that was not there.");
    assertThat(door.role()).contains("a lighthouse keeper");
    assertThat(door.place()).contains("the rock");
    Description captain =
        Description.read("Captain Rosa Vega must bring her crew home, chased by a ghost ship.");
    assertThat(captain.hero()).contains("Captain Rosa Vega");
    assertThat(captain.place()).isEmpty();
  }

  @Test
  void whatIsNotSaidIsLeftToTheGenre() {
    Description read = Description.read("dragons");
    assertThat(read.hero()).isEmpty();
    assertThat(read.place()).isEmpty();
    assertThat(read.goal()).isEmpty();
  }

  private static List<String> others(String text) {
    return Description.read(text).others().stream().map(Person::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Two friends, Alice and Bob, run a lighthouse with old Mira Holt. | Alice | Bob;Mira Holt
          Detective Jane Marsh investigates; the butler Graves and Lady Ashcombe both lie. | Detective Jane Marsh | Graves;Lady Ashcombe
          You are Tom, a baker in Lyon, and your rival Madame Dupont steals your recipes. | Tom | Madame Dupont
          A dragon named Smolder guards the bridge and my sister Anna wants to cross it. | Anna | Smolder
          In Neo-Tokyo, hacker Kei and android Unit-7 must steal the Kuroda Corporation's ledger. | Kei | Unit-7
          Romeo loves Juliet but Tybalt hates Romeo. | Romeo | Juliet;Tybalt
          Sherlock Holmes and Dr. Watson hunt Moriarty in London. | Sherlock Holmes | Dr. Watson;Moriarty
          The wizard Alaric, his apprentice Fenna, and the thief Corin search for the Crown of Ash. | Alaric | Fenna;Corin
          The governor's daughter Elizabeth must find Jack Sparrow before the Black Pearl sails. | Elizabeth | Jack Sparrow
          On Mars, botanist Priya Nair grows wheat while Director Cole wants it for Earth. | Priya Nair | Director Cole
          Мира и Антон ищут маяк на краю света. | Мира | Антон
          """)
  void whoeverIsNamedIsInTheStoryAndOneIsTheHero(String text, String hero, String others) {
    assertThat(Description.read(text).hero()).contains(hero);
    assertThat(others(text)).containsExactly(others.split(";"));
    List<String> cast =
        new BuiltinAuthor().write(text, 5).entities().stream().map(Entity::name).toList();
    assertThat(cast).contains(hero).contains(others.split(";"));
  }

  @Test
  void whatIsNoPersonIsNot() {
    assertThat(others("A Quiet Story About Loss And Hope")).isEmpty();
    assertThat(others("Winter comes to the Kingdom of Aldermark on a Monday in May.")).isEmpty();
    assertThat(others("Pirates attack Port Royal with the Black Pearl.")).isEmpty();
    assertThat(Description.read("A heist in Monaco").role()).isEmpty();
  }

  @Test
  void whoSomebodyIsIsSaidFromTheHerosPlace() {
    Description read =
        Description.read("The wizard Alaric, his apprentice Fenna and the thief Corin set out.");
    assertThat(read.role()).contains("the wizard");
    assertThat(Description.read("Queen Ysolde must unite the clans.").role()).contains("the queen");
    assertThat(read.others())
        .containsExactly(
            new Person("Fenna", Optional.of("your apprentice")),
            new Person("Corin", Optional.of("the thief")));
  }

  @Test
  void idsOfTheCastDifferWhateverTheNamesAre() {
    String text = "You are Ann. With you go Zoë, Zo, Danger, Мира and Антон.";
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(new BuiltinAuthor().write(text, seed).entities())
          .extracting(Entity::id)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void nobodyInTheCastSharesTheHerosName() {
    for (long seed = 1; seed <= 20; seed++) {
      var spec =
          new BuiltinAuthor()
              .write("On a space station engineer Ines Okafor must repair the reactor.", seed);
      assertThat(spec.entities().stream().map(Entity::name).filter(name -> name.contains("Okafor")))
          .hasSize(1);
    }
  }
}
