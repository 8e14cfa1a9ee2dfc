#!/bin/sh
# Sets the version in each file that has it, except CHANGELOG.md: config.hpp, from which the build
# files read it, and the files for packages and debuggers.
# usage: set_version.sh MAJOR.MINOR.PATCH
set -eu
version=$1
printf '%s\n' "$version" | grep -Eqx '[0-9]+\.[0-9]+\.[0-9]+' || { echo "no version: $version"; exit 2; }
cd "$(dirname "$0")/../.."
name=v$(printf '%s' "$version" | tr . _)
major=${version%%.*} patch=${version##*.} minor=${version#*.}
minor=${minor%.*}

sed -i -e "s/^\(#define FOLDWISE_VERSION_MAJOR\) .*/\1 $major/" \
    -e "s/^\(#define FOLDWISE_VERSION_MINOR\) .*/\1 $minor/" \
    -e "s/^\(#define FOLDWISE_VERSION_PATCH\) .*/\1 $patch/" \
    -e "s/^\(#define FOLDWISE_VERSION\) .*/\1 \"$version\"/" \
    -e "s/^\(#define FOLDWISE_ABI\) .*/\1 $name/" include/foldwise/config.hpp
sed -i "s/\(\"version\"\): .*/\1: \"$version\",/" tools/packaging/vcpkg/foldwise/vcpkg.json
sed -i "s/foldwise::v[0-9_]*::/foldwise::$name::/g" tools/debuggers/foldwise.natvis
sed -i -e "1s/(.*)/($version-1)/" -e "s/^\( -- .*>\)  .*/\1  $(LC_ALL=C date -R)/" \
    tools/packaging/debian/changelog
