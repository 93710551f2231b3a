package org.huizhu.identity.household;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.huizhu.identity.certificate.RegistrationRequest;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.Registered;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity")
class HouseholdsController {

    private static final String READERS =
            "hasAnyRole('federation-officer', 'street-clerk', 'community-worker', 'civil-affairs-officer', 'auditor')";
    private static final String WRITERS = "hasAnyRole('federation-officer', 'street-clerk', 'community-worker')";
    private static final int LARGEST_PAGE = 200;
    private static final String LISTS =
            Arrays.stream(HouseholdList.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final EnterPerson enterPerson;
    private final ReadHousehold readHousehold;
    private final ChangeHousehold changeHousehold;
    private final ListHouseholds listHouseholds;

    HouseholdsController(
            EnterPerson enterPerson,
            ReadHousehold readHousehold,
            ChangeHousehold changeHousehold,
            ListHouseholds listHouseholds) {
        this.enterPerson = enterPerson;
        this.readHousehold = readHousehold;
        this.changeHousehold = changeHousehold;
        this.listHouseholds = listHouseholds;
    }

    /** {@code next} goes into {@code after}; absent after the last page. */
    record Page<T>(List<T> items, @Nullable String next) {}

    record Created(String id) {}

    @PostMapping("/residents")
    @PreAuthorize(WRITERS)
    ResponseEntity<EnterPerson.Entered> enter(@RequestBody RegistrationRequest request) {
        EnterPerson.Entered entered = enterPerson.enter(request, area());
        URI place = URI.create("/api/identity/residents/" + entered.residentId());
        return entered.extent() == Registered.Extent.NEW
                ? ResponseEntity.created(place).body(entered)
                : ResponseEntity.ok().location(place).body(entered);
    }

    /** {@code list} must be there, but who may not ask is told so first. */
    @GetMapping("/households")
    @PreAuthorize(READERS)
    Page<ListHouseholds.Item> list(
            @RequestParam(required = false) @Nullable HouseholdList list,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        if (list == null) {
            throw Problem.faults("search-invalid", List.of(Fault.of("list", "code-unknown", LISTS)));
        }
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<ListHouseholds.Item> items = listHouseholds.page(list, area(), after, most);
        return new Page<>(items, items.size() < most ? null : items.getLast().id());
    }

    @GetMapping("/households/children-of-poor-disabled")
    @PreAuthorize(READERS)
    Page<HeldFile.Brief> children(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int size) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<HeldFile.Brief> items = listHouseholds.children(area(), after, most);
        return new Page<>(items, items.size() < most ? null : items.getLast().residentId());
    }

    @GetMapping("/households/{id}")
    @PreAuthorize(READERS)
    HouseholdView read(@PathVariable String id) {
        return readHousehold.read(id, area());
    }

    @PostMapping("/households")
    @PreAuthorize(WRITERS)
    ResponseEntity<Created> found(@RequestBody Change.Found change) {
        return created(changeHousehold.found(change, null, area()));
    }

    @PostMapping("/households/{id}/split")
    @PreAuthorize(WRITERS)
    ResponseEntity<Created> split(@PathVariable String id, @RequestBody Change.Found change) {
        return created(changeHousehold.found(change, id, area()));
    }

    @PostMapping("/households/{id}/members")
    @PreAuthorize(WRITERS)
    HouseholdView join(@PathVariable String id, @RequestBody Change.Join change) {
        changeHousehold.join(id, change, area());
        return readHousehold.read(id, area());
    }

    @PostMapping("/households/{id}/members/{resident}/leave")
    @PreAuthorize(WRITERS)
    ResponseEntity<Void> leave(
            @PathVariable String id, @PathVariable String resident, @RequestBody Change.Leave change) {
        changeHousehold.leave(id, resident, change, area());
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/households/{id}/head")
    @PreAuthorize(WRITERS)
    HouseholdView head(@PathVariable String id, @RequestBody Change.Head change) {
        changeHousehold.head(id, change, area());
        return readHousehold.read(id, area());
    }

    @PutMapping("/households/{id}/complete")
    @PreAuthorize(WRITERS)
    HouseholdView complete(@PathVariable String id, @RequestBody Change.Complete change) {
        changeHousehold.complete(id, change, area());
        return readHousehold.read(id, area());
    }

    private static ResponseEntity<Created> created(String id) {
        return ResponseEntity.created(URI.create("/api/identity/households/" + id))
                .body(new Created(id));
    }

    private static @Nullable String area() {
        return StaffArea.of(Caller.current());
    }
}
