package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:0:7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::c0a8:1",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:0:53aa:64c:0:0:0:1",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void what_is_not_public_is_refused(String address) throws UnknownHostException {
        assertThat(AddressGuard.of(List.of()).refusal(InetAddress.getByName(address), 443))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void what_is_public_may_be_asked(String address) throws UnknownHostException {
        assertThat(AddressGuard.of(List.of()).refusal(InetAddress.getByName(address), 443))
                .isEmpty();
    }

    @Test
    void a_mapped_address_that_stayed_ipv6_is_refused_too() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        InetAddress address = Inet6Address.getByAddress("mapped", mapped, 0);
        assertThat(address).isInstanceOf(Inet6Address.class);
        assertThat(AddressGuard.of(List.of()).refusal(address, 80)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "80, true",
        "443, true",
        "1024, true",
        "8080, true",
        "65535, true",
        "22, false",
        "25, false",
        "1023, false"
    })
    void the_ports_of_other_services_are_refused(int port, boolean allowed) throws UnknownHostException {
        assertThat(AddressGuard.of(List.of())
                        .refusal(InetAddress.getByName("1.1.1.1"), port)
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.0.0.1, 80, true",
        "127.0.0.0/8, 127.0.0.1, 22, true",
        "127.0.0.0/8, 128.0.0.1, 22, false",
        "127.0.0.0/8:18080, 127.0.0.1, 18080, true",
        "127.0.0.0/8:18080, 127.0.0.1, 18081, false",
        "127.0.0.0/8:18080, ::ffff:127.0.0.1, 18080, true",
        "127.0.0.0/8:18080, ::1, 18080, false",
        "[::1]/128:8080, ::1, 8080, true",
        "[::1]/128:8080, ::1, 8081, false",
        "[::1]/128, ::1, 25, true",
        "fd00::/8, fd12::3, 80, true",
        "fd00::/8:8080, fd12::3, 8080, true",
        "fd00::/8:8080, fd12::3, 80, false",
        "192.168.1.5/32, 192.168.1.5, 80, true",
        "192.168.1.5/32, 192.168.1.6, 80, false",
        "0.0.0.0/0, 10.1.2.3, 80, true"
    })
    void openings_open_what_they_say_and_nothing_else(String entry, String address, int port, boolean allowed)
            throws UnknownHostException {
        assertThat(AddressGuard.of(List.of("172.16.0.0/12", entry))
                        .refusal(InetAddress.getByName(address), port)
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.0.0.1:80",
                "127.0.0.0/33",
                "127.0.0.0/",
                "127.0.0.0/8:",
                "127.0.0.0/8:0",
                "127.0.0.0/8:65536",
                "127.0.0.0/8:http",
                "127.0.0/8",
                "127.0.0.1/8",
                "256.0.0.0/8",
                "1.2.3.4.5/8",
                "example.org/8",
                "[::1/128",
                "::1]/128",
                "[::1]:80/128",
                "fd00::1/8",
                "::1/129",
                "1:2:3/16",
                "/8",
                ""
            })
    void a_bad_opening_is_named(String entry) {
        assertThatThrownBy(() -> AddressGuard.of(List.of("10.0.0.0/8", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + entry + "\" is not CIDR or CIDR:port: ");
    }

    @Test
    void a_refusal_is_a_sentence() throws UnknownHostException {
        assertThat(AddressGuard.of(List.of()).refusal(InetAddress.getByName("192.168.1.1"), 80))
                .contains("The address leads to a private network, which this server does not ask.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example.org, true",
        "https://news.example.org:8443/reader, true",
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false",
        "https://[fd00::1], false",
        "https://192.168.1.5, false",
        "https://9.9.9.9, true",
        "https://9.9.9.9:25, false"
    })
    void our_own_address_is_for_others_unless_it_says_that_it_is_not(String address, boolean others) {
        assertThat(AddressGuard.of(List.of()).refusal(URI.create(address)).isEmpty())
                .isEqualTo(others);
    }
}
