package org.huizhu.identity.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.identity.certificate.RegistrationRequest.HomePart;
import org.huizhu.identity.certificate.RegistrationRequest.HukouPart;
import org.huizhu.identity.certificate.RegistrationRequest.PersonPart;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.resident.CertificateClaim;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.Registration;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Makes a registration of a request, or says everything that is wrong with it at once. The same rules hold for the form
 * and for a file; a fault's field is the JSON path.
 */
public final class CheckRegistration {

    private static final Pattern PHONE = Pattern.compile("[+]?[0-9][0-9 -]{5,19}");
    private static final Pattern AREA = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final Pattern STREET = Pattern.compile("[0-9]{9}");
    private static final Pattern COMMUNITY = Pattern.compile("[0-9]{12}");

    private final Findings findings = new Findings();
    private final RegistrationRequest request;
    private final LocalDate today;
    private final @Nullable String area;
    private final boolean withCertificate;

    private CheckRegistration(
            RegistrationRequest request, LocalDate today, @Nullable String area, boolean withCertificate) {
        this.request = request;
        this.today = today;
        this.area = area;
        this.withCertificate = withCertificate;
    }

    /** What a request is. */
    public sealed interface Result {

        /** Nothing is wrong. */
        record Valid(Registration registration) implements Result {}

        /** These things are wrong. */
        record Invalid(List<Fault> faults) implements Result {}
    }

    /** Checks a request of {@code today} from someone who may register residents of {@code area}, or of anywhere. */
    public static Result check(RegistrationRequest request, LocalDate today, @Nullable String area) {
        return new CheckRegistration(request, today, area, true).check();
    }

    /** Checks one of somebody who has no certificate, an applicant: what a certificate says must not be in it. */
    public static Result checkApplicant(RegistrationRequest request, LocalDate today, @Nullable String area) {
        Result result = checkWithoutCertificate(request, today, area);
        boolean registered = request.hukou() != null && request.hukou().area() != null;
        if (registered || result instanceof Result.Invalid) {
            return result;
        }
        return new Result.Invalid(List.of(Fault.of("hukou.area", "required")));
    }

    /**
     * The same of somebody who has no certificate, or of whose certificate nothing is to be said: what a certificate
     * would say is a fault, and where they are registered may be unknown.
     */
    public static Result checkWithoutCertificate(RegistrationRequest request, LocalDate today, @Nullable String area) {
        return new CheckRegistration(request, today, area, false).check();
    }

    private Result check() {
        IdNumber number = idNumber();
        LocalDate born = number == null ? null : number.birthDate();
        Person person = person(number);
        Fact<Hukou> hukou = hukou(born);
        Fact<Home> home = home();
        CertificateClaim certificate = certificate(born);
        var parts = new SituationCheck(findings, request, today, born);
        var situation = parts.situation(hukou, home);
        var household = parts.household();
        if (!findings.isEmpty() || person == null || (withCertificate && certificate == null)) {
            return new Result.Invalid(findings.faults());
        }
        return new Result.Valid(new Registration(person, situation, certificate, household));
    }

    private @Nullable CertificateClaim certificate(@Nullable LocalDate born) {
        if (withCertificate) {
            return new CertificateCheck(findings, request, today).check(born);
        }
        if (request.category() != null || request.level() != null || request.issuedOn() != null) {
            findings.add("category", "certificate-not-here");
        }
        return null;
    }

    private @Nullable IdNumber idNumber() {
        PersonPart person = request.person();
        String text = findings.required("person.idNumber", person == null ? null : person.idNumber());
        if (text == null) {
            return null;
        }
        return switch (IdNumber.read(text, today)) {
            case IdNumber.Reading.Read(IdNumber number) -> number;
            case IdNumber.Reading.Refused refused -> {
                findings.add("person.idNumber", refused.fault().code());
                yield null;
            }
        };
    }

    private @Nullable Person person(@Nullable IdNumber number) {
        PersonPart person = request.person();
        String name = findings.required("person.name", person == null ? null : person.name());
        if (name != null && name.chars().anyMatch(Character::isDigit)) {
            findings.add("person.name", "name-digits");
        }
        String phone =
                findings.matching("person.phone", person == null ? null : person.phone(), PHONE, "phone-malformed");
        String addressLine = findings.optional("person.addressLine", person == null ? null : person.addressLine());
        return name == null || number == null ? null : new Person(name, number, phone, addressLine);
    }

    private Fact<Hukou> hukou(@Nullable LocalDate born) {
        HukouPart hukou = request.hukou();
        if (withCertificate) {
            findings.required("hukou.area", hukou == null ? null : hukou.area());
        }
        String code = findings.matching("hukou.area", hukou == null ? null : hukou.area(), AREA, "area-malformed");
        LocalDate since = findings.pastDay("hukou.since", hukou == null ? null : hukou.since(), born, today);
        return code == null ? Fact.unknown() : Fact.of(new Hukou(code, since, List.of()));
    }

    private Fact<Home> home() {
        HomePart home = request.home();
        findings.required("home.street", home == null ? null : home.street());
        String street =
                findings.matching("home.street", home == null ? null : home.street(), STREET, "street-malformed");
        String community = findings.matching(
                "home.community", home == null ? null : home.community(), COMMUNITY, "community-malformed");
        if (street == null) {
            return Fact.unknown();
        }
        if (community != null && !community.startsWith(street)) {
            findings.add("home.community", "community-elsewhere");
        }
        if (area != null && !(community == null ? street : community).startsWith(area)) {
            findings.add("home.street", "outside-area");
        }
        return Fact.of(new Home(street, community));
    }
}
