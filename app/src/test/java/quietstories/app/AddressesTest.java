package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,http://127.0.0.1:80",
    "::1,http://[::1]:80",
    "0.0.0.0,http://127.0.0.1:80",
    "::,http://[::1]:80",
    "example.org,http://example.org:80"
  })
  void theAddressIsOneThatABrowserTakes(String host, String address) {
    assertThat(Addresses.http(host, 80)).hasToString(address);
  }
}
