"""Reads everything that a Patchbay serves, through pynetbox: URL TOKEN. Prints how many objects each endpoint has."""

import json
import sys

import pynetbox

url, token = sys.argv[1:]
api = pynetbox.api(url, token=token)
threaded = pynetbox.api(url, token=token, threading=True)


def get(path):
    response = api.http_session.get(f"{url}/api/{path}", headers={"Authorization": f"Token {token}"})
    response.raise_for_status()
    return response.json()


def same(what, found, expected):
    assert found == expected, f"{what}: {found!r} instead of {expected!r}"


def ids(records):
    return sorted(record.id for record in records)


# ---- The API itself
same("version", api.version, "4.7")
same("netbox-version", api.status()["netbox-version"].split("-")[0], "4.7.3")
assert "/api/dcim/devices/" in api.openapi()["paths"]

# ---- Every endpoint that lists objects
apps = [name for name in get("") if name not in ("status", "plugins")]
counts = {}
for app in apps:
    for name, address in get(f"{app}/").items():
        if not isinstance(address, str):
            continue
        first = api.http_session.get(address, headers={"Authorization": f"Token {token}"}, params={"limit": 2})
        body = first.json() if first.ok else None
        if not isinstance(body, dict) or "results" not in body or any("id" not in one for one in body["results"]):
            continue  # an address of another kind: the user's settings, queues and tasks
        place = f"{app}.{name}"
        endpoint = getattr(getattr(api, app), name.replace("-", "_"))
        side_by_side = getattr(getattr(threaded, app), name.replace("-", "_"))
        count = endpoint.count()
        counts[place] = count
        records = endpoint.all()
        same(f"{place}: len()", len(records), count)
        known = ids(records)
        same(f"{place}: objects", (len(known), len(set(known))), (count, count))
        # Three pages, whatever the list's length; a list of one page is one page.
        size = max(1, -(-count // 3))
        same(f"{place}: pages", ids(endpoint.all(limit=size)), known)
        same(f"{place}: threaded pages", ids(side_by_side.all(limit=size)), known)
        if count > 0:
            one = endpoint.get(known[0])
            same(f"{place}: get", one.id, known[0])
            assert str(one), f"{place}: an object without a line"
            assert dict(one)["url"], f"{place}: an object without an address"
            assert one.full_details(), f"{place}: no details"
            same(f"{place}: filter", ids(endpoint.filter(id=known[:3])), known[:3])
            same(f"{place}: count of a filter", endpoint.count(id=known[:3]), len(known[:3]))
            same(f"{place}: get by filter", endpoint.get(id=known[-1]).id, known[-1])
        same(f"{place}: nothing there", endpoint.get(2**31 - 2), None)
        try:
            options = endpoint.choices()
        except ValueError:  # what cannot be created has no choices
            assert "POST" not in first.headers["Allow"], f"{place}: choices"
            options = {}
        for field, choices in options.items():
            assert all({"value", "display"} & set(choice) for choice in choices), f"{place}: choices of {field}"

# ---- What filters find
sites = list(api.dcim.sites.all())
same("devices by site", sum(api.dcim.devices.count(site=site.slug) for site in sites), counts["dcim.devices"])
statuses = [choice["value"] for choice in api.dcim.devices.choices()["status"]]
same("devices by status", sum(api.dcim.devices.count(status=status) for status in statuses), counts["dcim.devices"])
same("several values", api.dcim.devices.count(status=statuses), counts["dcim.devices"])
found = list(api.dcim.devices.filter("dmi01"))
assert found and all("dmi01" in device.name for device in found), "search"
same("a lookup", {device.name[:5] for device in api.dcim.devices.filter(name__isw="dmi01")}, {"dmi01"})
try:
    api.dcim.devices.get(site_id=[site.id for site in sites])
    raise AssertionError("get() of several objects must be refused")
except ValueError:
    pass
same("an unknown filter", api.dcim.devices.count(no_such_filter=1), counts["dcim.devices"])
strict = pynetbox.api(url, token=token, strict_filters=True)
same("a strict filter", len(strict.dcim.devices.filter(status="active")), api.dcim.devices.count(status="active"))
try:
    strict.dcim.devices.filter(no_such_filter=1)
    raise AssertionError("the schema must let pynetbox refuse an unknown filter")
except pynetbox.ParameterValidationError:
    pass

# ---- Objects of objects
device = next(iter(api.dcim.devices.filter(interfaces=True, status="active")))
same("a nested object's details", device.device_type.full_details(), True)
same("a nested object's own relation", device.device_type.manufacturer.full_details(), True)
same("a choice", (device.status.value, str(device.status)), (device.status.value, device.status.label))
assert isinstance(device.config_context, dict) and isinstance(device.custom_fields, dict)
same("interfaces of a device", api.dcim.interfaces.count(device_id=device.id), device.interface_count)

# ---- Cables
traced = 0
for interface in api.dcim.interfaces.filter(cabled=True, limit=100):
    path = interface.trace()
    if len(path) >= 3:
        near, cable, far = path[:3]
        assert interface.id in [one.id for one in near], "a trace begins at the interface"
        assert cable is None or cable.id, "a trace leads along a cable"
        assert isinstance(far, list)
        traced += 1
    if traced == 20:
        break
assert traced == 20, f"{traced} traces"
port = next(iter(api.dcim.front_ports.filter(cabled=True)))
assert isinstance(port.paths(), list)

# ---- Racks, prefixes, VLANs
rack = next(one for one in api.dcim.racks.all() if one.device_count)
units = list(rack.elevation.list())
same("rack units", len({unit.id for unit in units}), len(units))
assert any(unit.device for unit in units), "an elevation shows devices"
assert "<svg" in rack.elevation.list(render="svg"), "an elevation is drawn"
prefix = next(one for one in api.ipam.prefixes.filter(family=4, mask_length=24))
assert len(list(prefix.available_ips.list())) > 0
container = next(iter(api.ipam.prefixes.filter(status="container", family=4)))
assert all("/" in one.prefix for one in container.available_prefixes.list())
group = next(iter(api.ipam.vlan_groups.all()))
assert all(one.vid for one in list(group.available_vlans.list())[:5])

print(json.dumps(counts))
