package org.huizhu.identity.resident;

import java.util.regex.Pattern;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Within which area a caller may register and find residents. */
public final class StaffArea {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");

    private static final int DISTRICT_DIGITS = 6;

    private StaffArea() {}

    /**
     * The caller's area code; {@code null}, everywhere, for an operator without one. Staff without an area are refused,
     * and so is whoever has something in its place that is no area code: a slip in an account must not open everything.
     */
    public static @Nullable String of(Caller caller) {
        String area = caller.area();
        boolean allowed = area == null
                ? caller.roles().contains("operator")
                : CODE.matcher(area).matches();
        if (!allowed) {
            throw new AccessDeniedException("staff without an area");
        }
        return area;
    }

    /**
     * The caller's area, if it is a whole district or everything.
     *
     * @throws AccessDeniedException for staff of a street or community: what they ask for is not told apart by area
     */
    public static @Nullable String ofDistrict(Caller caller) {
        String area = of(caller);
        if (area != null && area.length() > DISTRICT_DIGITS) {
            throw new AccessDeniedException("not for staff of a part of the district");
        }
        return area;
    }
}
