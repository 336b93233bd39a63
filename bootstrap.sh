#!/bin/sh
echo soon
